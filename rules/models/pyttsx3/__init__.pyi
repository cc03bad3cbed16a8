# source: https://pyttsx3.readthedocs.io/en/latest/engine.html   checked: 2.99
from typing import Any
from .engine import Engine
@blocks("process", cost="bounded")
def init(driverName: Any = None, debug: bool = False) -> Engine: ...
