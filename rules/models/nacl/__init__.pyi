# source: https://pynacl.readthedocs.io/en/latest/password_hashing/   checked: 1.6
