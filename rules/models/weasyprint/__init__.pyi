# source: https://doc.courtbouillon.org/weasyprint/stable/api_reference.html   checked: 66.0
from typing import Any

class Document:
    pages: Any
    @computes(cost="unbounded", gil="python")
    def write_pdf(self, target: Any = None, zoom: float = 1, finisher: Any = None, **options: Any) -> Any: ...
class HTML:
    @computes(gil="python")
    def __init__(self, guess: Any = None, filename: Any = None, url: Any = None, file_obj: Any = None, string: Any = None, **kwargs: Any) -> None: ...
    @computes(cost="unbounded", gil="python")
    def write_pdf(self, target: Any = None, stylesheets: Any = None, zoom: float = 1, finisher: Any = None, font_config: Any = None, counter_style: Any = None, **options: Any) -> Any: ...
    @computes(cost="unbounded", gil="python")
    def render(self, font_config: Any = None, counter_style: Any = None, **options: Any) -> Document: ...
class CSS:
    @computes(gil="python")
    def __init__(self, guess: Any = None, filename: Any = None, url: Any = None, file_obj: Any = None, string: Any = None, **kwargs: Any) -> None: ...
