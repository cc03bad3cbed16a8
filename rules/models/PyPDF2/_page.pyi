# source: https://pypdf2.readthedocs.io/en/3.0.0/modules/PageObject.html   checked: 3.0
from typing import Any

class PageObject:
    @computes(cost="unbounded", gil="python")
    def extract_text(self, *args: Any, **kwargs: Any) -> str: ...
    @computes(gil="python")
    def merge_page(self, page2: PageObject, expand: bool = False) -> None: ...
