# source: https://pika.readthedocs.io/en/stable/modules/adapters/blocking.html   checked: 1.4
from .blocking_connection import BlockingConnection as BlockingConnection
