# source: https://pika.readthedocs.io/en/stable/modules/adapters/blocking.html   checked: 1.4
from .adapters.blocking_connection import BlockingConnection

class BasicProperties:
    def __init__(self, **kwargs) -> None: ...

class ConnectionParameters:
    def __init__(self, *args, **kwargs) -> None: ...

class PlainCredentials:
    def __init__(self, username, password, erase_on_connect=False) -> None: ...

class URLParameters:
    def __init__(self, url) -> None: ...
