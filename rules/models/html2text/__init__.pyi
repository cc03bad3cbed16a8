# source: https://github.com/Alir3z4/html2text   checked: 2025.4
from typing import Any

class HTML2Text:
    ignore_links: bool
    ignore_images: bool
    body_width: int
    def __init__(self, out: Any = None, baseurl: str = "", bodywidth: int = ...) -> None: ...
    @computes(gil="python")
    def handle(self, data: str) -> str: ...
@computes(gil="python")
def html2text(html: str, baseurl: str = "", bodywidth: int = ...) -> str: ...
