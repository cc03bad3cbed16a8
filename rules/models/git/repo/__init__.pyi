# source: https://gitpython.readthedocs.io/en/stable/reference.html   checked: 3.1
