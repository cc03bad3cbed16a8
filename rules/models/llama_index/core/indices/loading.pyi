# source: https://developers.llamaindex.ai/python/framework-api-reference/storage/   checked: 0.14
from typing import Any
from .base import BaseIndex

@blocks("file")
def load_index_from_storage(*args: Any, **kwargs: Any) -> BaseIndex: ...
