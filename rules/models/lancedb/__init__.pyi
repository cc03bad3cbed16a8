# source: https://lancedb.github.io/lancedb/python/python/   checked: 0.38
from typing import Any
from .db import AsyncConnection, DBConnection

@blocks("db", use="lancedb.connect_async")
def connect(*args: Any, **kwargs: Any) -> DBConnection: ...
@mutates
async def connect_async(*args: Any, **kwargs: Any) -> AsyncConnection: ...
