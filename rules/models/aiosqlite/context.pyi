# source: https://aiosqlite.omnilib.dev/en/stable/api.html   checked: 0.22
from typing import Awaitable, Generic, TypeVar

T = TypeVar("T")

class Result(Awaitable[T], Generic[T]):
    async def __aenter__(self) -> T: ...
    async def __aexit__(self, exc_type, exc, tb) -> None: ...
