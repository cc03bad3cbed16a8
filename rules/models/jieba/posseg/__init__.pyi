# source: https://github.com/fxsj/jieba   checked: 0.42
from typing import Any, Iterator

@computes(gil="python")
def cut(*args: Any, **kwargs: Any) -> Iterator[Any]: ...
@computes(gil="python")
def lcut(*args: Any, **kwargs: Any) -> list[Any]: ...
