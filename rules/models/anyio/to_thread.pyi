# source: https://anyio.readthedocs.io/en/stable/threads.html   checked: 4.15
from typing import Any, Callable, TypeVar

T = TypeVar("T")

def current_default_thread_limiter() -> Any: ...

@offloads("func")
async def run_sync(func: Callable[..., T], *args, abandon_on_cancel=False, cancellable=None, limiter=None) -> T: ...
