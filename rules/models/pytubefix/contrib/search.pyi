# source: https://pytubefix.readthedocs.io/en/latest/api.html   checked: 10.5
from typing import Any

class Search:
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    def get_next_results(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    @property
    def videos(self) -> list[Any]: ...
