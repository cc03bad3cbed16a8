# source: https://docs.trychroma.com/reference/python/collection   checked: 1.5
