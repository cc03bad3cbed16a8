# source: https://github.com/Tinche/aiofiles   checked: 25.1
from typing import Awaitable, Generic, TypeVar

T = TypeVar("T")

class AiofilesContextManager(Awaitable[T], Generic[T]):
    async def __aenter__(self) -> T: ...
    async def __aexit__(self, exc_type, exc_val, exc_tb) -> None: ...
