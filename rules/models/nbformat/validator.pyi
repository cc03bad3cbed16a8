# source: https://nbformat.readthedocs.io/en/latest/api.html   checked: 5.11
from typing import Any

@computes(cost="micro", gil="python")
def isvalid(*args: Any, **kwargs: Any) -> bool: ...
@computes(cost="micro", gil="python")
def validate(*args: Any, **kwargs: Any) -> None: ...
