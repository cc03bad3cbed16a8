# source: https://pymupdf.readthedocs.io/en/latest/pymupdf4llm/   checked: 0.0.27
from typing import Any

@blocks("file")
@computes(cost="unbounded", gil="held")
def to_markdown(doc: Any, **kwargs: Any) -> Any: ...
