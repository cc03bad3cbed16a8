# source: https://github.com/Belval/pdf2image   checked: 1.17
from typing import Any
from PIL.Image import Image
@blocks("process")
def convert_from_path(pdf_path: Any, dpi: int = 200, **kwargs: Any) -> list[Image]: ...
@blocks("process")
def convert_from_bytes(pdf_file: bytes, dpi: int = 200, **kwargs: Any) -> list[Image]: ...
