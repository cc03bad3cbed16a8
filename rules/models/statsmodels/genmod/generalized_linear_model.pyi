# source: https://www.statsmodels.org/stable/glm.html   checked: 0.15
from typing import Any

class GLM:
    @computes(cost="unbounded", gil="released")
    def fit(self, *args: Any, **kwargs: Any) -> Any: ...
    @computes(cost="unbounded", gil="released")
    def fit_regularized(self, *args: Any, **kwargs: Any) -> Any: ...
