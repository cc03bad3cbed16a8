# source: https://aioredis.readthedocs.io/en/latest/api/high-level/   checked: 2.0
from typing import Self
from .client import Redis, StrictRedis
from .utils import from_url

class ConnectionPool:
    def __init__(self, *args, **kwargs) -> None: ...
    @mutates
    async def disconnect(self, *args, **kwargs) -> None: ...
    @classmethod
    def from_url(cls, *args, **kwargs) -> Self: ...
