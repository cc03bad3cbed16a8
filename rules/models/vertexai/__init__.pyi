# source: https://cloud.google.com/python/docs/reference/vertexai/latest   checked: 1.71
from typing import Any

def init(*args: Any, **kwargs: Any) -> None: ...
