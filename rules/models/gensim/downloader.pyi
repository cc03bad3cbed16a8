# source: https://radimrehurek.com/gensim/downloader.html   checked: 4.3
from typing import Any

@blocks("network")
def load(name: str, return_path: bool = False) -> Any: ...
@blocks("network")
def info(name: str | None = None, show_only_latest: bool = True, name_only: bool = False) -> Any: ...
