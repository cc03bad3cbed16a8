# source: https://nbformat.readthedocs.io/en/latest/api.html   checked: 5.11
from typing import Any
from .validator import validate

@blocks("file")
@computes(cost="micro", gil="python")
def read(*args: Any, **kwargs: Any) -> Any: ...
@blocks("file")
@computes(cost="micro", gil="python")
def write(*args: Any, **kwargs: Any) -> None: ...
@computes(cost="micro", gil="python")
def reads(*args: Any, **kwargs: Any) -> Any: ...
@computes(cost="micro", gil="python")
def writes(*args: Any, **kwargs: Any) -> str: ...
