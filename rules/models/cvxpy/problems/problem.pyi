# source: https://www.cvxpy.org/api_reference/cvxpy.problems.html   checked: 1.7
from typing import Any

class Problem:
    status: Any
    value: Any
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @computes(cost="unbounded", gil="python")
    def get_problem_data(self, *args: Any, **kwargs: Any) -> Any: ...
    @computes(cost="unbounded", gil="python")
    def solve(self, *args: Any, **kwargs: Any) -> Any: ...
