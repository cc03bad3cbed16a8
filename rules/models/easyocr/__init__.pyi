# source: https://github.com/JaidedAI/EasyOCR   checked: 1.7
from typing import Any

class Reader:
    @blocks("file", cost="unbounded")
    def __init__(self, lang_list: list[str], gpu: Any = True, **kwargs: Any) -> None: ...
    @computes(cost="unbounded", gil="released")
    def readtext(self, image: Any, **kwargs: Any) -> list[Any]: ...
    @computes(cost="unbounded", gil="released")
    def detect(self, img: Any, **kwargs: Any) -> Any: ...
