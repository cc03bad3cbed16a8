# source: https://mistune.lepture.com/en/latest/   checked: 3.1
from typing import Any

class Markdown:
    @computes(gil="python")
    def __call__(self, s: str) -> Any: ...
    @computes(gil="python")
    def parse(self, s: str, state: Any = None) -> Any: ...
    @blocks("file")
    @computes(gil="python")
    def read(self, filepath: str, encoding: str = "utf-8", state: Any = None) -> Any: ...
