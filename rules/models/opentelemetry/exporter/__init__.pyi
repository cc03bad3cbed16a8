# source: https://opentelemetry-python.readthedocs.io/en/latest/exporter/   checked: 1.45
