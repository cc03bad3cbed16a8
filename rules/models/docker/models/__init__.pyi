# source: https://docker-py.readthedocs.io/en/stable/   checked: 7.2
