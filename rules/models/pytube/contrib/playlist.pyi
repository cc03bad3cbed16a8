# source: https://pytube.io/en/latest/api.html   checked: 15.0
from typing import Any

class Playlist:
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    @property
    def length(self) -> int: ...
    @blocks("network")
    @property
    def title(self) -> Any: ...
    @blocks("network")
    @property
    def video_urls(self) -> Any: ...
    @blocks("network")
    @property
    def videos(self) -> Any: ...
