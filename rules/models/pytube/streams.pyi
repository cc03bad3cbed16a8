# source: https://pytube.io/en/latest/api.html   checked: 15.0
from typing import Any

class Stream:
    itag: int
    url: str
    default_filename: str
    @blocks("network")
    def download(self, *args: Any, **kwargs: Any) -> str: ...
    @blocks("network")
    def stream_to_buffer(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    @property
    def filesize(self) -> int: ...
