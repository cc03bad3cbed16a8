# source: https://pymodbus.readthedocs.io/en/stable/   checked: 3.15
