# source: https://ocrmypdf.readthedocs.io/en/latest/api.html   checked: 16.11
from typing import Any

@blocks("process")
def ocr(input_file: Any, output_file: Any, **kwargs: Any) -> Any: ...
