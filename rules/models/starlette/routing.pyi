# source: https://www.starlette.io/routing/   checked: 1.7
# Endpoints that are plain functions run in a thread pool; start-up and shut-down handlers (before 1.0) do not.
from typing import Any, TypeVar

F = TypeVar("F")

class BaseRoute: ...

@type_check_only
class _Handler:
    @schedules("func")
    def __call__(self, func: F) -> F: ...

class Host(BaseRoute):
    def __init__(self, host, app, name=None) -> None: ...

class _Lifecycle:
    @schedules("on_startup")
    @schedules("on_shutdown")
    def __init__(
        self, routes=None, redirect_slashes=True, default=None, on_startup=None, on_shutdown=None, lifespan=None, *,
        middleware=None
    ) -> None: ...
    @schedules("func")
    def add_event_handler(self, event_type, func) -> None: ...
    def on_event(self, event_type) -> _Handler: ...

class Mount(BaseRoute):
    def __init__(self, path, app=None, routes=None, name=None, *, middleware=None, max_body_size=None) -> None: ...

class Route(BaseRoute):
    @offloads("endpoint")
    def __init__(
        self, path, endpoint, *, methods=None, name=None, include_in_schema=True, middleware=None, max_body_size=None
    ) -> None: ...

class Router(_Lifecycle):
    @offloads("endpoint")
    def add_route(self, path, endpoint, methods=None, name=None, include_in_schema=True) -> None: ...
    def host(self, host, app, name=None) -> None: ...
    def mount(self, path, app, name=None) -> None: ...
    def url_path_for(self, name, /, **path_params) -> Any: ...

class WebSocketRoute(BaseRoute):
    def __init__(self, path, endpoint, *, name=None, middleware=None) -> None: ...
