# source: https://docs.authlib.org/en/latest/   checked: 1.8
