# source: https://www.starlette.io/exceptions/   checked: 1.7
class HTTPException(Exception):
    detail: str
    status_code: int
    def __init__(self, status_code, detail=None, headers=None) -> None: ...

class WebSocketException(Exception):
    def __init__(self, code, reason=None) -> None: ...
