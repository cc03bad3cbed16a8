# source: https://trio.readthedocs.io/en/stable/reference-core.html   checked: 0.34
from typing import Awaitable, Callable, TypeVar

T = TypeVar("T")

@blocks("wait")
def run(afn: Callable[..., Awaitable[T]], *args, trio_token=None) -> T: ...

@blocks("wait")
@schedules("fn")
def run_sync(fn: Callable[..., T], *args, trio_token=None) -> T: ...
