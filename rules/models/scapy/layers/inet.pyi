# source: https://scapy.readthedocs.io/en/latest/api/scapy.layers.inet.html   checked: 2.7
from typing import Any

@blocks("network")
def traceroute(*args: Any, **kwargs: Any) -> Any: ...
