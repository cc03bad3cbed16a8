# source: https://pycryptodome.readthedocs.io/en/latest/src/public_key/public_key.html   checked: 3.23
from typing import Any

@computes(cost="unbounded", gil="python")
def generate(bits: int, randfunc: Any) -> Any: ...
