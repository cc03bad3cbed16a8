# source: https://redis.readthedocs.io/en/stable/examples/asyncio_examples.html   checked: 8.1
from .client import Redis

def from_url(url, **kwargs) -> Redis: ...
