# source: https://opcua-asyncio.readthedocs.io/en/latest/usage/client/   checked: 2.0
from .client import Client
