# source: https://developers.llamaindex.ai/python/framework-api-reference/retrievers/   checked: 0.14
from typing import Any

class BaseRetriever:
    @reads
    async def aretrieve(self, *args: Any, **kwargs: Any) -> list[Any]: ...
    @blocks("network", use="llama_index.core.base.base_retriever.BaseRetriever.aretrieve")
    def retrieve(self, *args: Any, **kwargs: Any) -> list[Any]: ...
