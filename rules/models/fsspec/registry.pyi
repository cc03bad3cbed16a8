# source: https://filesystem-spec.readthedocs.io/en/latest/api.html   checked: 2026.9
from .spec import AbstractFileSystem

def filesystem(protocol, **storage_options) -> AbstractFileSystem: ...
