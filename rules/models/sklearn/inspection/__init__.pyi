# source: https://scikit-learn.org/stable/api/sklearn.inspection.html   checked: 1.9
from typing import Any

@computes(cost="unbounded", gil="released")
def permutation_importance(estimator: Any, X: Any, y: Any, **kwargs: Any) -> Any: ...
@computes(cost="unbounded", gil="released")
def partial_dependence(estimator: Any, X: Any, features: Any, **kwargs: Any) -> Any: ...
