# source: https://ktbyers.github.io/netmiko/docs/netmiko/index.html   checked: 4.6
from .base_connection import BaseConnection

@blocks("network")
def ConnectHandler(*args, **kwargs) -> BaseConnection: ...
