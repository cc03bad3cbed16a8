# source: https://docs.python-zeep.org/en/master/api.html   checked: 4.3
from .client import AsyncClient, CachingClient, Client
from .transports import Transport
