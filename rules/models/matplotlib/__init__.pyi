# source: https://matplotlib.org/stable/api/   checked: 3.10
from typing import Any

def use(backend: str, *, force: bool = True) -> None: ...
rcParams: Any
