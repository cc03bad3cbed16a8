# source: https://dev.mysql.com/doc/connector-python/en/connector-python-reference.html   checked: 26.7
from . import aio, connection, cursor, pooling
from .connection import MySQLConnection
from .pooling import connect
