# source: https://xlrd.readthedocs.io/en/latest/api.html   checked: 2.0
from typing import Any

@blocks("file")
@computes(cost="unbounded", gil="python")
def open_workbook(*args: Any, **kwargs: Any) -> Any: ...
@blocks("file")
def inspect_format(*args: Any, **kwargs: Any) -> Any: ...
@blocks("file")
@computes(cost="unbounded", gil="python")
def dump(*args: Any, **kwargs: Any) -> None: ...
