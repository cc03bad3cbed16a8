# source: https://github.com/hukkin/tomli   checked: 2.3
from typing import Any

@computes(cost="micro", gil="python")
def load(fp: Any, /, *, parse_float: Any = ...) -> dict[str, Any]: ...
@computes(cost="micro", gil="python")
def loads(s: str, /, *, parse_float: Any = ...) -> dict[str, Any]: ...
