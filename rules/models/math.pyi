# source: https://docs.python.org/3/library/math.html   checked: 3.13
from typing import Any

@nonblocking("small arithmetic")
def __getattr__(name: str) -> Any: ...
pi: float
e: float
inf: float
nan: float
tau: float
@nonblocking("dear for large numbers only, and the number cannot be seen")
def factorial(x: int, /) -> int: ...
@nonblocking("dear for large numbers only, and the number cannot be seen")
def comb(n: int, k: int, /) -> int: ...
@nonblocking("dear for large numbers only, and the number cannot be seen")
def perm(n: int, k: int | None = None, /) -> int: ...
