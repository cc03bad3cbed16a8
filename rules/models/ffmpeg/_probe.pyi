# source: https://kkroening.github.io/ffmpeg-python/   checked: 0.2
from typing import Any

@blocks("process")
def probe(filename: Any, cmd: str = "ffprobe", timeout: Any = None, **kwargs: Any) -> Any: ...
