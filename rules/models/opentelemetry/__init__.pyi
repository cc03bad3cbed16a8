# source: https://opentelemetry-python.readthedocs.io/en/latest/   checked: 1.45
