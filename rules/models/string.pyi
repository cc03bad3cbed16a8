# source: https://docs.python.org/3/library/string.html   checked: 3.13
from typing import Any

ascii_letters: str
ascii_lowercase: str
ascii_uppercase: str
digits: str
hexdigits: str
octdigits: str
printable: str
punctuation: str
whitespace: str
class Formatter:
    def format(self, format_string: str, /, *args: Any, **kwargs: Any) -> str: ...
class Template:
    template: str
    def __init__(self, template: str) -> None: ...
    def substitute(self, mapping: Any = ..., /, **kws: Any) -> str: ...
    def safe_substitute(self, mapping: Any = ..., /, **kws: Any) -> str: ...
def capwords(s: str, sep: str | None = None) -> str: ...
