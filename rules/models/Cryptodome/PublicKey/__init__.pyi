# source: https://pycryptodome.readthedocs.io/en/latest/src/public_key/dsa.html   checked: 3.23
