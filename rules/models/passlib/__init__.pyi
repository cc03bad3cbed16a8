# source: https://passlib.readthedocs.io/en/stable/lib/passlib.context.html   checked: 1.7.4
