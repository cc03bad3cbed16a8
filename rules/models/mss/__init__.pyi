# source: https://python-mss.readthedocs.io/api.html   checked: 10.1
from typing import Any
from .base import MSSBase

def mss(*args: Any, **kwargs: Any) -> MSSBase: ...
