# source: https://scikit-learn.org/stable/api/sklearn.feature_extraction.html   checked: 1.9
