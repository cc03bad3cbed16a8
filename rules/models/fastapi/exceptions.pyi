# source: https://fastapi.tiangolo.com/reference/exceptions/   checked: 0.142
from starlette.exceptions import HTTPException as _HTTPException, WebSocketException as _WebSocketException

class HTTPException(_HTTPException):
    def __init__(self, status_code, detail=None, headers=None) -> None: ...

class RequestValidationError(Exception): ...

class WebSocketException(_WebSocketException):
    def __init__(self, code, reason=None) -> None: ...
