# source: https://nicegui.io/documentation/page   checked: 3.15
import fastapi
from .ui import page as _page

class APIRouter(fastapi.APIRouter):
    def page(
        self, path, *, title=None, viewport=None, favicon=None, dark=..., response_timeout=3.0, **kwargs
    ) -> _page: ...
