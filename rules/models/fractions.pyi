# source: https://docs.python.org/3/library/fractions.html   checked: 3.13
from typing import Any

@nonblocking("small arithmetic")
class Fraction:
    numerator: int
    denominator: int
    def __init__(self, numerator: Any = 0, denominator: Any = None) -> None: ...
    def limit_denominator(self, max_denominator: int = 1000000) -> Fraction: ...
