# source: https://docs.python.org/3/library/zipapp.html   checked: 3.13
from typing import Any

@blocks("file", cost="unbounded")
def create_archive(source: Any, target: Any = None, interpreter: Any = None, main: Any = None, filter: Any = None, compressed: bool = False) -> None: ...
