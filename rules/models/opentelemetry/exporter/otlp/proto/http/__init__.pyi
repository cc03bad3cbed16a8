# source: https://opentelemetry-python.readthedocs.io/en/latest/exporter/otlp/otlp.html   checked: 1.45
