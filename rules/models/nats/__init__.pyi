# source: https://nats-io.github.io/nats.py/modules.html   checked: 2.15
from .aio.client import Client as NATS

@mutates
@schedules("error_cb", "disconnected_cb", "closed_cb", "discovered_server_cb", "reconnected_cb", "signature_cb", "user_jwt_cb")
async def connect(
    servers="nats://localhost:4222", *, error_cb=None, disconnected_cb=None, closed_cb=None, discovered_server_cb=None,
    reconnected_cb=None, signature_cb=None, user_jwt_cb=None, **options
) -> NATS: ...
