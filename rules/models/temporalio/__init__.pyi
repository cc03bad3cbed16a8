# source: https://python.temporal.io/   checked: 1.31
