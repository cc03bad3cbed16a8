# source: https://aioboto3.readthedocs.io/en/latest/usage.html   checked: 15.5
from .session import Session
