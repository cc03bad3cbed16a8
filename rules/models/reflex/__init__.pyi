# source: https://reflex.dev/docs/events/events-overview/   checked: 0.9
# The loop calls event handlers that are plain functions itself.
from typing import Any, Callable, TypeVar, overload

F = TypeVar("F")
T = TypeVar("T")

@type_check_only
class _Handler:
    @schedules("func")
    def __call__(self, func: F) -> F: ...

@overload
@schedules("func")
def event(
    func: Callable[..., Any], *, background=None, stop_propagation=None, prevent_default=None, throttle=None,
    debounce=None, temporal=None
) -> Any: ...
@overload
def event(
    func: None = None, *, background=None, stop_propagation=None, prevent_default=None, throttle=None, debounce=None,
    temporal=None
) -> _Handler: ...
@offloads("func")
async def run_in_thread(func: Callable[[], T]) -> T: ...
