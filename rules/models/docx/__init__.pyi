# source: https://python-docx.readthedocs.io/en/latest/   checked: 1.2
from typing import Any
from .document import Document as _Document
@computes(gil="python")
def Document(docx: Any = None) -> _Document: ...
