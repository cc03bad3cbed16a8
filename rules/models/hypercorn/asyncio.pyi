# source: https://hypercorn.readthedocs.io/en/latest/how_to_guides/api_usage.html   checked: 0.18
from .config import Config

@mutates
async def serve(app, config: Config, *, shutdown_trigger=None, mode=None) -> None: ...
