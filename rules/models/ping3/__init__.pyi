# source: https://github.com/kyan001/ping3   checked: 5.1
from typing import Any

@blocks("network")
def ping(*args: Any, **kwargs: Any) -> Any: ...
@blocks("network")
def verbose_ping(*args: Any, **kwargs: Any) -> None: ...
