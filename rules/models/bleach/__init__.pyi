# source: https://bleach.readthedocs.io/en/latest/   checked: 6.3
from typing import Any

@computes(gil="python")
def clean(text: str, tags: Any = ..., attributes: Any = ..., protocols: Any = ..., strip: bool = False, strip_comments: bool = True, css_sanitizer: Any = None) -> str: ...
@computes(gil="python")
def linkify(text: str, callbacks: Any = ..., skip_tags: Any = None, parse_email: bool = False) -> str: ...
