# source: https://scapy.readthedocs.io/en/latest/api/scapy.utils.html   checked: 2.7
from typing import Any

@blocks("file")
@computes(cost="unbounded", gil="python")
def rdpcap(*args: Any, **kwargs: Any) -> Any: ...
@blocks("file")
@computes(cost="unbounded", gil="python")
def wrpcap(*args: Any, **kwargs: Any) -> None: ...
