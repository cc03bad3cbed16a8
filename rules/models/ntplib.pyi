# source: https://github.com/cf-natali/ntplib   checked: 0.4
from typing import Any

class NTPClient:
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    def request(self, *args: Any, **kwargs: Any) -> Any: ...
