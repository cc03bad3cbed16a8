# source: https://github.com/intake/python-snappy   checked: 0.7
from typing import Any

@computes(cost="micro", gil="released")
def compress(data: Any, encoding: str = "utf-8") -> bytes: ...
@computes(cost="micro", gil="released")
def decompress(data: Any, decoding: Any = None) -> Any: ...
uncompress = decompress
