# source: https://valkey-py.readthedocs.io/en/latest/   checked: 6.1
from .client import Valkey

def from_url(*args, **kwargs) -> Valkey: ...
