# source: https://hypercorn.readthedocs.io/en/latest/   checked: 0.18
from .config import Config

@blocks("wait", use="hypercorn.asyncio.serve")
def run(config: Config) -> int: ...
