# source: https://kazoo.readthedocs.io/en/latest/   checked: 2.11
