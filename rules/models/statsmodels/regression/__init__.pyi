# source: https://www.statsmodels.org/stable/regression.html   checked: 0.15
