# source: https://anyio.readthedocs.io/en/stable/subprocesses.html   checked: 4.15
from typing import Callable, TypeVar

T = TypeVar("T")

@offloads("func")
async def run_sync(func: Callable[..., T], *args, cancellable=False, limiter=None) -> T: ...
