# source: https://python-lz4.readthedocs.io/en/stable/lz4.block.html   checked: 4.4
