# source: https://python-pptx.readthedocs.io/en/latest/api/presentation.html   checked: 1.0
from typing import Any

class Presentation:
    slides: Any
    slide_layouts: Any
    @computes(gil="python")
    def save(self, file: Any) -> None: ...
