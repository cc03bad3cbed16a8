# source: https://pycryptodome.readthedocs.io/en/latest/src/public_key/dsa.html   checked: 3.23
from typing import Any

@computes(cost="unbounded", gil="python")
def generate(bits: int, randfunc: Any = None, domain: Any = None) -> Any: ...
