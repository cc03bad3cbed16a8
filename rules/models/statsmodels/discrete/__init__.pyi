# source: https://www.statsmodels.org/stable/discretemod.html   checked: 0.15
