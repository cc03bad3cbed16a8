# source: https://docs.python.org/3/library/urllib.error.html   checked: 3.13
from typing import Any

class URLError(OSError):
    reason: Any
    def __init__(self, reason: Any, filename: str | None = None) -> None: ...
class HTTPError(URLError):
    code: int
    msg: str
    hdrs: Any
    fp: Any
    headers: Any
    reason: Any
    def __init__(self, url: str, code: int, msg: str, hdrs: Any, fp: Any) -> None: ...
    @type_check_only
    @blocks("network", use="httpx.AsyncClient.get")
    def read(self, amt: int | None = None) -> bytes: ...
class ContentTooShortError(URLError):
    content: Any
