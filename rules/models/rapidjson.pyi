# source: https://python-rapidjson.readthedocs.io/en/latest/   checked: 1.22
from typing import Any

@computes(cost="micro", gil="held")
def loads(string: Any, **kwargs: Any) -> Any: ...
@computes(cost="micro", gil="held")
def dumps(obj: Any, **kwargs: Any) -> str: ...
