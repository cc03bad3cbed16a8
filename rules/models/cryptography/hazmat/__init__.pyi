# source: https://cryptography.io/en/latest/hazmat/primitives/asymmetric/dh/   checked: 48.0
