# source: https://www.psycopg.org/psycopg3/docs/api/module.html   checked: 3.3
from . import rows, sql
from ._server_cursor import ServerCursor
from ._server_cursor_async import AsyncServerCursor
from .client_cursor import AsyncClientCursor, ClientCursor
from .connection import Connection
from .connection_async import AsyncConnection
from .cursor import Cursor
from .cursor_async import AsyncCursor

@blocks("db", use="psycopg.AsyncConnection.connect")
def connect(
    conninfo='', *, autocommit=False, prepare_threshold=5, context=None, row_factory=None, cursor_factory=None, **kwargs
) -> Connection: ...
