# source: https://docs.python.org/3/library/timeit.html   checked: 3.13
from typing import Any

default_timer: Any
@computes(cost="unbounded", gil="python")
@runs("stmt")
def timeit(stmt: Any = "pass", setup: Any = "pass", timer: Any = ..., number: int = 1000000, globals: Any = None) -> float: ...
@computes(cost="unbounded", gil="python")
@runs("stmt")
def repeat(stmt: Any = "pass", setup: Any = "pass", timer: Any = ..., repeat: int = 5, number: int = 1000000, globals: Any = None) -> list[float]: ...
