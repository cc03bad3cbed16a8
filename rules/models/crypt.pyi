# source: https://docs.python.org/3/library/crypt.html   checked: 3.13
import sys
from typing import Any

if sys.version_info >= (3, 13):
    ...
else:
    @computes(cost="unbounded", gil="held")
    def crypt(word: str, salt: Any = None) -> str: ...
    def mksalt(method: Any = None, *, rounds: int | None = None) -> str: ...
