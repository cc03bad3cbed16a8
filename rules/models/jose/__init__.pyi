# source: https://python-jose.readthedocs.io/en/latest/jwt/api.html   checked: 3.5
