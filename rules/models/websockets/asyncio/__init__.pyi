# source: https://websockets.readthedocs.io/en/stable/reference/   checked: 16.1
