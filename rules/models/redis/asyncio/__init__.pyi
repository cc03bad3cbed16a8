# source: https://redis.readthedocs.io/en/stable/examples/asyncio_examples.html   checked: 8.1
from .client import Redis, StrictRedis
from .cluster import RedisCluster
from .connection import BlockingConnectionPool, ConnectionPool
from .sentinel import Sentinel
from .utils import from_url
