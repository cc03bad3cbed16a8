# source: https://github.com/uiri/toml   checked: 0.10
from typing import Any

@computes(cost="micro", gil="python")
def load(f: Any, _dict: Any = ..., decoder: Any = None) -> dict[str, Any]: ...
@computes(cost="micro", gil="python")
def loads(s: str, _dict: Any = ..., decoder: Any = None) -> dict[str, Any]: ...
