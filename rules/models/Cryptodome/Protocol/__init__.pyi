# source: https://pycryptodome.readthedocs.io/en/latest/src/protocol/kdf.html   checked: 3.23
