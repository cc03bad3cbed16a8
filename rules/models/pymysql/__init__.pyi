# source: https://pymysql.readthedocs.io/en/latest/modules/   checked: 1.2
from . import connections, cursors
from .connections import Connection

@blocks("db", use="aiomysql.connect")
def connect(*args, **kwargs) -> Connection: ...
