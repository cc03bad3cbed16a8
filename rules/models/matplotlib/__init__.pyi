# source: https://matplotlib.org/stable/api/   checked: 3.11
from typing import Any

def use(backend: str, *, force: bool = True) -> None: ...
rcParams: Any
