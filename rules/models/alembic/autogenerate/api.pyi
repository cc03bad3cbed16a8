# source: https://alembic.sqlalchemy.org/en/latest/api/autogenerate.html   checked: 1.20
from typing import Any

@blocks("db")
def compare_metadata(*args: Any, **kwargs: Any) -> Any: ...
@blocks("db")
def produce_migrations(*args: Any, **kwargs: Any) -> Any: ...
