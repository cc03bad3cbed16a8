# source: https://opcua-asyncio.readthedocs.io/en/latest/   checked: 2.0
from .client import Client
from .common.node import Node
