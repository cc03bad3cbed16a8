# source: https://lukasschwab.me/arxiv.py/arxiv.html   checked: 2.2
from typing import Any, Iterator

class Result:
    title: str
    summary: str
    pdf_url: Any
    entry_id: str
    @blocks("network")
    def download_pdf(self, *args: Any, **kwargs: Any) -> str: ...
    @blocks("network")
    def download_source(self, *args: Any, **kwargs: Any) -> str: ...
class Search:
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    def results(self, *args: Any, **kwargs: Any) -> Iterator[Result]: ...
class Client:
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    def results(self, *args: Any, **kwargs: Any) -> Iterator[Result]: ...
