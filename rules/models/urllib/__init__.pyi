# source: https://docs.python.org/3/library/urllib.html   checked: 3.13
