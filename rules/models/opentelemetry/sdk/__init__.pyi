# source: https://opentelemetry-python.readthedocs.io/en/latest/sdk/   checked: 1.45
