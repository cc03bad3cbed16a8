# source: https://www.starlette.io/responses/   checked: 1.7
# A plain iterator given to StreamingResponse is advanced in a thread pool, and FileResponse reads its file there.
from typing import Any

class FileResponse(Response):
    def __init__(
        self, path, status_code=200, headers=None, media_type=None, background=None, filename=None, stat_result=None,
        content_disposition_type='attachment'
    ) -> None: ...

class HTMLResponse(Response): ...

class JSONResponse(Response):
    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None) -> None: ...

class PlainTextResponse(Response): ...

class RedirectResponse(Response):
    def __init__(self, url, status_code=307, headers=None, background=None) -> None: ...

class Response:
    background: Any
    body: bytes
    media_type: str | None
    status_code: int
    def __init__(self, content=None, status_code=200, headers=None, media_type=None, background=None) -> None: ...
    def delete_cookie(
        self, key, path='/', domain=None, secure=False, httponly=False, samesite='lax', partitioned=False
    ) -> None: ...
    @property
    def headers(self) -> Any: ...
    def render(self, content) -> bytes: ...
    def set_cookie(
        self, key, value='', max_age=None, expires=None, path='/', domain=None, secure=False, httponly=False,
        samesite='lax', **kwargs
    ) -> None: ...

class StreamingResponse(Response):
    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None) -> None: ...
