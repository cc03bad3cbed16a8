# source: https://docs.pyinvoke.org/en/stable/   checked: 2.2
from typing import Any
from .context import Context
@blocks("process")
def run(command: str, *args: Any, **kwargs: Any) -> Any: ...
@blocks("process")
def sudo(command: str, *args: Any, **kwargs: Any) -> Any: ...
