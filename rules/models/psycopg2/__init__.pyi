# source: https://www.psycopg.org/docs/module.html   checked: 2.9
from . import extensions
from .extensions import connection

@blocks("db", unless="async_=True or async_=1", use="asyncpg.connect")
def connect(dsn=None, connection_factory=None, cursor_factory=None, *, async_=False, **kwargs) -> connection: ...
