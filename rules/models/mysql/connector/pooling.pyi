# source: https://dev.mysql.com/doc/connector-python/en/connector-python-connection-pooling.html   checked: 26.7
from .connection import MySQLConnection

@blocks("db", use="mysql.connector.aio.connect")
def connect(*args, **kwargs) -> MySQLConnection: ...

class MySQLConnectionPool:
    @blocks("db", use="mysql.connector.aio.connect")
    def __init__(self, pool_size=5, pool_name=None, pool_reset_session=True, **kwargs) -> None: ...
    @blocks("db", cost="bounded")
    def get_connection(self) -> PooledMySQLConnection: ...

class PooledMySQLConnection(MySQLConnection):
    def close(self) -> None: ...
