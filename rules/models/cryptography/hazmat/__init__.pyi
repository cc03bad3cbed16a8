# source: https://cryptography.io/en/latest/hazmat/primitives/asymmetric/dh/   checked: 50.0
