# source: https://aioredis.readthedocs.io/en/latest/api/high-level/   checked: 2.0
from .client import Redis

def from_url(*args, **kwargs) -> Redis: ...
