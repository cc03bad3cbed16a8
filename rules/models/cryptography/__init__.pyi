# source: https://cryptography.io/en/latest/fernet/   checked: 48.0
