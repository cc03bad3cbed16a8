# source: https://python-watchdog.readthedocs.io/en/stable/api.html   checked: 6.0
