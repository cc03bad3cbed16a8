# source: https://pandas.pydata.org/docs/reference/io.html#excel   checked: 3.0
