# source: https://aiomysql.readthedocs.io/en/stable/   checked: 0.3
from .connection import Connection, connect
from .cursors import Cursor, DictCursor, SSCursor, SSDictCursor
from .pool import Pool, create_pool
