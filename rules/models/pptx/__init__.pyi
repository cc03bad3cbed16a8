# source: https://python-pptx.readthedocs.io/en/latest/   checked: 1.0
from typing import Any
from .presentation import Presentation as _Presentation
@computes(gil="python")
def Presentation(pptx: Any = None) -> _Presentation: ...
