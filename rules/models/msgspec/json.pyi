# source: https://jcristharif.com/msgspec/api.html   checked: 0.20
from typing import Any

@computes(cost="micro", gil="held")
def decode(buf: Any, /, *, type: Any = ..., strict: bool = True, dec_hook: Any = None) -> Any: ...
@computes(cost="micro", gil="held")
def encode(obj: Any, /, *, enc_hook: Any = None, order: Any = None) -> bytes: ...
