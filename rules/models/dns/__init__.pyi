# source: https://dnspython.readthedocs.io/en/stable/   checked: 2.8
