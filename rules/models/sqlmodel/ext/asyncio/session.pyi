# source: https://sqlmodel.tiangolo.com/   checked: 0.0.47
from sqlalchemy.ext.asyncio.session import AsyncSession as _AsyncSession
from typing import Any

@exclusive
class AsyncSession(_AsyncSession):
    @reads
    async def exec(self, statement, *, params=None, execution_options=..., bind_arguments=None, **kwargs) -> Any: ...
