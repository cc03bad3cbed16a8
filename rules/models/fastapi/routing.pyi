# source: https://fastapi.tiangolo.com/reference/apirouter/   checked: 0.142
from starlette.routing import Router, _Handler
from typing import Callable, TypeVar

F = TypeVar("F")

class APIRoute:
    @offloads("endpoint")
    def __init__(self, path, endpoint, **kwargs) -> None: ...

class APIRouter(Router):
    prefix: str
    @schedules("on_startup")
    @schedules("on_shutdown")
    def __init__(
        self, *, prefix='', tags=None, dependencies=None, default_response_class=..., responses=None, callbacks=None,
        routes=None, redirect_slashes=True, default=None, dependency_overrides_provider=None, route_class=...,
        on_startup=None, on_shutdown=None, lifespan=None, deprecated=None, include_in_schema=True,
        generate_unique_id_function=...
    ) -> None: ...
    @offloads("endpoint")
    def add_api_route(self, path, endpoint, **kwargs) -> None: ...
    def add_api_websocket_route(self, path, endpoint, name=None, *, dependencies=None) -> None: ...
    @schedules("func")
    def add_event_handler(self, event_type, func) -> None: ...
    def api_route(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def delete(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def get(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def head(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def include_router(
        self, router, *, prefix='', tags=None, dependencies=None, default_response_class=..., responses=None,
        callbacks=None, **kwargs
    ) -> None: ...
    def on_event(self, event_type) -> _Handler: ...
    def options(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def patch(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def post(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def put(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def route(self, path, methods=None, name=None, include_in_schema=True) -> Callable[[F], F]: ...
    def trace(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def websocket(self, path, name=None, *, dependencies=None) -> Callable[[F], F]: ...
    def websocket_route(self, path, name=None) -> Callable[[F], F]: ...
