# source: https://clickhouse-driver.readthedocs.io/en/latest/api.html   checked: 0.2
from .client import Client
from .dbapi import connect
