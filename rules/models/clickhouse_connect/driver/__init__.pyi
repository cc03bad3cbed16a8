# source: https://clickhouse.com/docs/integrations/python   checked: 1.7
from typing import Any
from .asyncclient import AsyncClient
from .client import Client
@blocks("network", use="clickhouse_connect.get_async_client")
def create_client(*, host: str | None = None, username: str | None = None, password: str = "", database: str = "__default__", interface: str | None = None, port: int = 0, secure: Any = False, dsn: str | None = None, settings: Any = None, generic_args: Any = None, **kwargs: Any) -> Client: ...
@mutates
async def create_async_client(*, host: str | None = None, username: str | None = None, password: str = "", database: str = "__default__", interface: str | None = None, port: int = 0, secure: Any = False, dsn: str | None = None, settings: Any = None, generic_args: Any = None, **kwargs: Any) -> AsyncClient: ...
