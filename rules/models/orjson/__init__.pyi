# source: https://github.com/ijl/orjson   checked: 3.12
from typing import Any

@computes(cost="micro", gil="held")
def loads(__obj: Any, /) -> Any: ...
@computes(cost="micro", gil="held")
def dumps(__obj: Any, default: Any = ..., option: Any = ..., /) -> bytes: ...
