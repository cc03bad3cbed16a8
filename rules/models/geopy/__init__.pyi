# source: https://geopy.readthedocs.io/en/stable/   checked: 2.5
