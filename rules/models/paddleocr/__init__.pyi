# source: https://www.paddleocr.ai/   checked: 3.0
from typing import Any

class PaddleOCR:
    @blocks("file", cost="unbounded")
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @computes(cost="unbounded", gil="released")
    def ocr(self, *args: Any, **kwargs: Any) -> Any: ...
    @computes(cost="unbounded", gil="released")
    def predict(self, *args: Any, **kwargs: Any) -> Any: ...
