# source: https://github.com/piskvorky/smart_open   checked: 8.0
from typing import Any

@blocks("network")
def open(
    uri, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, compression=...,
    compression_kwargs=None, **kwargs
) -> Any: ...
