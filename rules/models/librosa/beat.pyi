# source: https://librosa.org/doc/latest/beat.html   checked: 0.11
from typing import Any

@computes(cost="unbounded", gil="released")
def beat_track(*args: Any, **kwargs: Any) -> Any: ...
@computes(cost="unbounded", gil="released")
def plp(*args: Any, **kwargs: Any) -> Any: ...
