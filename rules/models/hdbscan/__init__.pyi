# source: https://hdbscan.readthedocs.io/en/latest/api.html   checked: 0.8
from typing import Any
from .hdbscan_ import HDBSCAN

@computes(cost="unbounded", gil="released")
def approximate_predict(*args: Any, **kwargs: Any) -> Any: ...
