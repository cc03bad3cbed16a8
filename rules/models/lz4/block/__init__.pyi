# source: https://python-lz4.readthedocs.io/en/stable/lz4.block.html   checked: 4.4
from typing import Any

@computes(cost="micro", gil="released")
def compress(source: Any, mode: str = "default", acceleration: int = 1, compression: int = 0, return_bytearray: bool = False, store_size: bool = True, dict: Any = None) -> bytes: ...
@computes(cost="micro", gil="released")
def decompress(source: Any, uncompressed_size: int = -1, return_bytearray: bool = False, dict: Any = None) -> bytes: ...
