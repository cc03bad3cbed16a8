# source: https://python-hvac.org/en/stable/   checked: 2.4
