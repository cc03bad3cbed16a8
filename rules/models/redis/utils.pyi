# source: https://redis.readthedocs.io/en/stable/connections.html   checked: 8.1
from .client import Redis

def from_url(url, **kwargs) -> Redis: ...
