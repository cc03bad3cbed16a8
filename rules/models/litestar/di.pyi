# source: https://docs.litestar.dev/2/reference/di.html   checked: 2.18
# Without `sync_to_thread=True` the loop calls a dependency that is a plain function itself.
from typing import Literal, overload

class Provide:
    @overload
    @offloads("dependency")
    def __init__(self, dependency, use_cache=False, *, sync_to_thread: Literal[True]) -> None: ...
    @overload
    @schedules("dependency")
    def __init__(self, dependency, use_cache=False, *, sync_to_thread: Literal[False] | None = None) -> None: ...
