# source: https://docxtpl.readthedocs.io/en/latest/   checked: 0.20
# The file is read when the document is first needed.
from typing import Any

class DocxTemplate:
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("file")
    @computes(gil="python")
    def render(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("file")
    def save(self, *args: Any, **kwargs: Any) -> None: ...
