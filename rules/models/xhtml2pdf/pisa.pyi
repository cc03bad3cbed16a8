# source: https://xhtml2pdf.readthedocs.io/en/latest/   checked: 0.2.17
from typing import Any

@computes(cost="unbounded", gil="python")
def CreatePDF(src: Any, dest: Any = None, **kwargs: Any) -> Any: ...
