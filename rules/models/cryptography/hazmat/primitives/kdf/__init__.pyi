# source: https://cryptography.io/en/latest/hazmat/primitives/key-derivation-functions/   checked: 50.0
