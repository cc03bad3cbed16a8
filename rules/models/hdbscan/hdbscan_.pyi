# source: https://hdbscan.readthedocs.io/en/latest/api.html   checked: 0.8
from typing import Any

class HDBSCAN:
    labels_: Any
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @computes(cost="unbounded", gil="released")
    def fit(self, *args: Any, **kwargs: Any) -> HDBSCAN: ...
    @computes(cost="unbounded", gil="released")
    def fit_predict(self, *args: Any, **kwargs: Any) -> Any: ...
