# source: https://plumbum.readthedocs.io/en/latest/   checked: 1.10
