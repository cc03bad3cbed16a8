# source: https://docs.litestar.dev/2/reference/app.html   checked: 2.18
# The loop calls start-up and shut-down hooks that are plain functions itself; guards and the other hooks run in a thread.
class Litestar:
    @schedules("on_startup", "on_shutdown")
    def __init__(
        self, route_handlers=None, *, dependencies=None, guards=None, lifespan=None, middleware=None, on_shutdown=None,
        on_startup=None, **kwargs
    ) -> None: ...
