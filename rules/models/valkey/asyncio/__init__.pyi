# source: https://valkey-py.readthedocs.io/en/latest/   checked: 6.1
from .client import StrictValkey, Valkey
from .connection import BlockingConnectionPool, ConnectionPool
from .utils import from_url
