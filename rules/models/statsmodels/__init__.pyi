# source: https://www.statsmodels.org/stable/api.html   checked: 0.15
