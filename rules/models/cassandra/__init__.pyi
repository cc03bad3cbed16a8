# source: https://docs.datastax.com/en/developer/python-driver/latest/   checked: 3.29
