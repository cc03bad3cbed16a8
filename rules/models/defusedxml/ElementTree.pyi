# source: https://github.com/tiran/defusedxml   checked: 0.7
from typing import Any

@blocks("file")
@computes(gil="held")
def parse(source: Any, parser: Any = None, forbid_dtd: bool = False, forbid_entities: bool = True, forbid_external: bool = True) -> Any: ...
@computes(gil="held")
def fromstring(text: Any, forbid_dtd: bool = False, forbid_entities: bool = True, forbid_external: bool = True) -> Any: ...
@computes(gil="held")
def iterparse(source: Any, events: Any = None, parser: Any = None, forbid_dtd: bool = False, forbid_entities: bool = True, forbid_external: bool = True) -> Any: ...
