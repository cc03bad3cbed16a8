# source: https://www.psycopg.org/psycopg3/docs/api/cursors.html   checked: 3.3
from .cursor import Cursor
from .cursor_async import AsyncCursor

class AsyncClientCursor(AsyncCursor): ...

class ClientCursor(Cursor): ...
