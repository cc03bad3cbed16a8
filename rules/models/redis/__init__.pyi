# source: https://redis.readthedocs.io/en/stable/   checked: 8.1
from . import asyncio, client, exceptions
from .client import Redis, StrictRedis
from .cluster import RedisCluster
from .connection import BlockingConnectionPool, ConnectionPool
from .exceptions import RedisError
from .sentinel import Sentinel
from .utils import from_url
