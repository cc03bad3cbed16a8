# source: https://fastapi.tiangolo.com/reference/fastapi/   checked: 0.142
# Endpoints that are plain functions run in a thread pool; start-up and shut-down handlers that are plain functions run on the loop.
from starlette.applications import Starlette
from starlette.routing import _Handler
from typing import Any, Callable, TypeVar
from .routing import APIRouter

F = TypeVar("F")

class FastAPI(Starlette):
    dependency_overrides: dict[Any, Any]
    router: APIRouter
    @schedules("on_startup")
    @schedules("on_shutdown")
    def __init__(
        self, *, debug=False, routes=None, title='FastAPI', dependencies=None, default_response_class=...,
        middleware=None, exception_handlers=None, on_startup=None, on_shutdown=None, lifespan=None, **extra
    ) -> None: ...
    @offloads("endpoint")
    def add_api_route(self, path, endpoint, **kwargs) -> None: ...
    def add_api_websocket_route(self, path, endpoint, name=None, *, dependencies=None) -> None: ...
    def api_route(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def delete(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def exception_handler(self, exc_class_or_status_code) -> Callable[[F], F]: ...
    def get(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def head(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def include_router(
        self, router, *, prefix='', tags=None, dependencies=None, responses=None, deprecated=None,
        include_in_schema=True, **kwargs
    ) -> None: ...
    def middleware(self, middleware_type) -> Callable[[F], F]: ...
    def on_event(self, event_type) -> _Handler: ...
    def openapi(self) -> dict[str, Any]: ...
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
    def trace(
        self, path, *, response_model=..., status_code=None, tags=None, dependencies=None, summary=None,
        description=None, **kwargs
    ) -> Callable[[F], F]: ...
    def websocket(self, path, name=None, *, dependencies=None) -> Callable[[F], F]: ...
    def websocket_route(self, path, name=None) -> Callable[[F], F]: ...
