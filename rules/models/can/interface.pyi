# source: https://python-can.readthedocs.io/en/stable/bus.html   checked: 4.5
from typing import Any
from .bus import BusABC

@blocks("file")
def Bus(*args: Any, **kwargs: Any) -> BusABC: ...
@blocks("file")
def detect_available_configs(*args: Any, **kwargs: Any) -> Any: ...
