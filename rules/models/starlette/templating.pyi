# source: https://www.starlette.io/templates/   checked: 1.7
from typing import Any
from .responses import HTMLResponse

class Jinja2Templates:
    env: Any
    def __init__(self, directory=None, *, context_processors=None, env=None) -> None: ...
    def get_template(self, name) -> Any: ...
    def TemplateResponse(
        self, request, name, context=None, status_code=200, headers=None, media_type=None, background=None
    ) -> HTMLResponse: ...
