# source: https://aiosqlite.omnilib.dev/en/stable/api.html   checked: 0.22
# One worker thread runs all operations of a connection, one after another.
from .core import Connection, connect
from .cursor import Cursor
