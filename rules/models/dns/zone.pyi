# source: https://dnspython.readthedocs.io/en/stable/zone-class.html   checked: 2.8
from typing import Any

@blocks("file")
@computes(gil="python")
def from_file(*args: Any, **kwargs: Any) -> Any: ...
@computes(gil="python")
def from_text(*args: Any, **kwargs: Any) -> Any: ...
@blocks("network", use="dns.asyncquery.inbound_xfr")
def from_xfr(*args: Any, **kwargs: Any) -> Any: ...
