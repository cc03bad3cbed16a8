# source: https://github.com/hukkin/tomli-w   checked: 1.2
from typing import Any

@computes(cost="micro", gil="python")
def dump(obj: Any, fp: Any, /, *, multiline_strings: bool = False, indent: int = 4) -> None: ...
@computes(cost="micro", gil="python")
def dumps(obj: Any, /, *, multiline_strings: bool = False, indent: int = 4) -> str: ...
