# source: https://developers.llamaindex.ai/python/framework-api-reference/query_engine/   checked: 0.14
from typing import Any
from ..base.base_query_engine import BaseQueryEngine

class RetrieverQueryEngine(BaseQueryEngine):
    @classmethod
    def from_args(cls, *args: Any, **kwargs: Any) -> RetrieverQueryEngine: ...
