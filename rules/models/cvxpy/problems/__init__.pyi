# source: https://www.cvxpy.org/api_reference/cvxpy.problems.html   checked: 1.7
