# source: https://docs.python.org/3/library/cmath.html   checked: 3.13
from typing import Any

@nonblocking("small arithmetic")
def __getattr__(name: str) -> Any: ...
