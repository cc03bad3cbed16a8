# source: https://python-lz4.readthedocs.io/en/stable/lz4.frame.html   checked: 4.4
from typing import Any

@computes(cost="micro", gil="released")
def compress(data: Any, compression_level: int = 0, **kwargs: Any) -> bytes: ...
@computes(cost="micro", gil="released")
def decompress(data: Any, return_bytearray: bool = False, return_bytes_read: bool = False) -> Any: ...
