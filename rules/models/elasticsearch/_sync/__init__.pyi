# source: https://elasticsearch-py.readthedocs.io/en/stable/   checked: 9.2
