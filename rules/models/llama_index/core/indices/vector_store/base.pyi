# source: https://developers.llamaindex.ai/python/framework-api-reference/indices/vector/   checked: 0.14
from typing import Any
from ..base import BaseIndex

class VectorStoreIndex(BaseIndex):
    @blocks("network")
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @classmethod
    def from_vector_store(cls, *args: Any, **kwargs: Any) -> VectorStoreIndex: ...
