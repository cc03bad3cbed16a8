# source: https://newspaper4k.readthedocs.io/en/latest/   checked: 0.9
from typing import Any
from .article import Article

@blocks("network")
def article(*args: Any, **kwargs: Any) -> Article: ...
@blocks("network")
def build(*args: Any, **kwargs: Any) -> Any: ...
