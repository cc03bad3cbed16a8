# source: https://docs.python.org/3/library/dbm.html   checked: 3.13
from dbm import _Database
from typing import Any

error: Any
@blocks("db", cost="bounded")
def open(filename: Any, flag: str = "r", mode: int = 0o666, /) -> _Database: ...
