# source: https://websockets.readthedocs.io/en/stable/reference/   checked: 16.1
from .asyncio.client import ClientConnection, connect, unix_connect
from .asyncio.server import Server, ServerConnection, serve, unix_serve
