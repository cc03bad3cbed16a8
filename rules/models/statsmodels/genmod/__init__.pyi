# source: https://www.statsmodels.org/stable/glm.html   checked: 0.15
