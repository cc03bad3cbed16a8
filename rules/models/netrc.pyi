# source: https://docs.python.org/3/library/netrc.html   checked: 3.13
from typing import Any

class NetrcParseError(Exception): ...
class netrc:
    hosts: dict[str, Any]
    macros: dict[str, Any]
    @blocks("file", cost="bounded")
    def __init__(self, file: Any = None) -> None: ...
    def authenticators(self, host: str) -> Any: ...
