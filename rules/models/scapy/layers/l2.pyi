# source: https://scapy.readthedocs.io/en/latest/api/scapy.layers.l2.html   checked: 2.7
from typing import Any

@blocks("network")
def arping(*args: Any, **kwargs: Any) -> Any: ...
@blocks("network")
def getmacbyip(*args: Any, **kwargs: Any) -> Any: ...
