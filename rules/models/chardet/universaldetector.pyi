# source: https://chardet.readthedocs.io/en/latest/   checked: 7.6
from typing import Any

class UniversalDetector:
    done: bool
    result: Any
    @computes(gil="python")
    def feed(self, byte_str: Any) -> None: ...
    def reset(self) -> None: ...
    @computes(cost="micro", gil="python")
    def close(self) -> Any: ...
