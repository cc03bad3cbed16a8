# source: https://msgpack-python.readthedocs.io/en/latest/api.html   checked: 1.1
from typing import Any

@computes(cost="micro", gil="held")
def packb(o: Any, **kwargs: Any) -> bytes: ...
@computes(cost="micro", gil="held")
def unpackb(packed: Any, **kwargs: Any) -> Any: ...
@computes(cost="micro", gil="held")
def pack(o: Any, stream: Any, **kwargs: Any) -> None: ...
@computes(cost="micro", gil="held")
def unpack(stream: Any, **kwargs: Any) -> Any: ...
dumps = packb
loads = unpackb
dump = pack
load = unpack
