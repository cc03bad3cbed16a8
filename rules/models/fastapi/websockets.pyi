# source: https://fastapi.tiangolo.com/reference/websockets/   checked: 0.142
from starlette.websockets import WebSocket, WebSocketDisconnect
