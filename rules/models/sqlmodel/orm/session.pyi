# source: https://sqlmodel.tiangolo.com/   checked: 0.0.47
from sqlalchemy.orm.session import Session as _Session
from typing import Any

@exclusive
class Session(_Session):
    @blocks("db", use="sqlmodel.ext.asyncio.session.AsyncSession.exec")
    def exec(self, statement, *, params=None, execution_options=..., bind_arguments=None, **kwargs) -> Any: ...
