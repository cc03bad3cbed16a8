# source: https://pandas.pydata.org/docs/reference/frame.html   checked: 3.0
