# source: https://fastapi.tiangolo.com/reference/responses/   checked: 0.142
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)

class ORJSONResponse(JSONResponse): ...

class UJSONResponse(JSONResponse): ...
