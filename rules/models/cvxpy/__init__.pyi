# source: https://www.cvxpy.org/api_reference/cvxpy.problems.html   checked: 1.7
from .problems.problem import Problem
