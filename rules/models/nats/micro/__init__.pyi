# source: https://nats-io.github.io/nats.py/modules.html   checked: 2.15
from .service import Service

@mutates
async def add_service(nc, config=None, **kwargs) -> Service: ...
