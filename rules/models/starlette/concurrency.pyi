# source: https://www.starlette.io/threadpool/   checked: 1.7
from typing import AsyncIterator, Callable, Iterable, TypeVar

T = TypeVar("T")

@offloads("iterator")
def iterate_in_threadpool(iterator: Iterable[T]) -> AsyncIterator[T]: ...

@offloads("func")
async def run_in_threadpool(func: Callable[..., T], *args, **kwargs) -> T: ...
