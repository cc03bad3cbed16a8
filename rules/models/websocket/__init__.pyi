# source: https://websocket-client.readthedocs.io/en/latest/   checked: 1.9
from ._app import WebSocketApp
from ._core import WebSocket, create_connection
