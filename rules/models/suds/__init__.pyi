# source: https://suds.readthedocs.io/en/latest/   checked: 1.2
