# source: https://redis.readthedocs.io/en/stable/examples/asyncio_examples.html   checked: 8.1
from typing import Self

class BlockingConnectionPool(ConnectionPool):
    def __init__(
        self, max_connections=50, timeout=20, connection_class=..., queue_class=..., **connection_kwargs
    ) -> None: ...

class ConnectionPool:
    def __init__(
        self, connection_class=..., max_connections=None, maint_notifications_config=None, **connection_kwargs
    ) -> None: ...
    @mutates
    async def aclose(self) -> None: ...
    @mutates
    async def disconnect(self, inuse_connections=True) -> None: ...
    @classmethod
    def from_url(cls, url, **kwargs) -> Self: ...
