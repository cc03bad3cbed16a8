# source: https://github.com/fxsj/jieba   checked: 0.42
from typing import Any

@computes(gil="python")
def extract_tags(*args: Any, **kwargs: Any) -> list[Any]: ...
@computes(gil="python")
def textrank(*args: Any, **kwargs: Any) -> list[Any]: ...
