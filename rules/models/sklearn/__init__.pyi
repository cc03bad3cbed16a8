# source: https://scikit-learn.org/stable/api/sklearn.base.html   checked: 1.9
