# source: https://docs.python.org/3/library/concurrent.html   checked: 3.13
