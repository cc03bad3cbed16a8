# source: https://github.com/uiri/toml   checked: 0.10
from typing import Any

@computes(cost="micro", gil="python")
def dump(o: Any, f: Any, encoder: Any = None) -> str: ...
@computes(cost="micro", gil="python")
def dumps(o: Any, encoder: Any = None) -> str: ...
