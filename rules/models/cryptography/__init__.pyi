# source: https://cryptography.io/en/latest/fernet/   checked: 50.0
