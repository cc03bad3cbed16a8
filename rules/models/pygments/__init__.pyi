# source: https://pygments.org/docs/quickstart/   checked: 2.20
from typing import Any

@computes(gil="python")
def highlight(code: str, lexer: Any, formatter: Any, outfile: Any = None) -> Any: ...
@computes(gil="python")
def lex(code: str, lexer: Any) -> Any: ...
