# source: https://websockets.readthedocs.io/en/stable/reference/   checked: 16.1
from .connection import Connection

class ClientConnection(Connection): ...

@blocks("network", use="websockets.asyncio.client.connect")
def connect(
    uri, *, sock=None, ssl=None, server_hostname=None, origin=None, extensions=None, subprotocols=None,
    compression='deflate', additional_headers=None, user_agent_header='Python/3.11 websockets/16.1.1', proxy=True,
    proxy_ssl=None, proxy_server_hostname=None, open_timeout=10, ping_interval=20, ping_timeout=20, close_timeout=10,
    max_size=1048576, max_queue=16, logger=None, create_connection=None, **kwargs
) -> ClientConnection: ...
