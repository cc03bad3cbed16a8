# source: https://tqdm.github.io/docs/asyncio/   checked: 4.70
from typing import Any, AsyncIterator, Iterator, TypeVar
from .std import tqdm as std_tqdm

T = TypeVar("T")

def tarange(*args, **kwargs) -> tqdm_asyncio[int]: ...

class tqdm_asyncio(std_tqdm[T]):
    def __aiter__(self) -> AsyncIterator[T]: ...
    @classmethod
    def as_completed(cls, fs, *, loop=None, timeout=None, total=None, **tqdm_kwargs) -> Iterator[Any]: ...
    @classmethod
    async def gather(
        cls, *fs, loop=None, timeout=None, total=None, return_exceptions=False, **tqdm_kwargs
    ) -> list[Any]: ...

tqdm = tqdm_asyncio
trange = tarange
