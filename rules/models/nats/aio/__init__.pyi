# source: https://nats-io.github.io/nats.py/modules.html   checked: 2.15
