# source: https://mysqlclient.readthedocs.io/user_guide.html   checked: 2.2
from . import connections, cursors
from .connections import Connection

@blocks("db", use="aiomysql.connect")
def connect(*args, **kwargs) -> Connection: ...

Connect = connect
