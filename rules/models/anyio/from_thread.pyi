# source: https://anyio.readthedocs.io/en/stable/threads.html   checked: 4.15
from typing import Awaitable, Callable, Iterator, TypeVar
from .abc import BlockingPortal

T = TypeVar("T")

@blocks("wait")
def run(func: Callable[..., Awaitable[T]], *args, token=None) -> T: ...

@blocks("wait")
@schedules("func")
def run_sync(func: Callable[..., T], *args, token=None) -> T: ...

@contextmanager
@blocks("wait")
def start_blocking_portal(backend='asyncio', backend_options=None, *, name=None) -> Iterator[BlockingPortal]: ...
