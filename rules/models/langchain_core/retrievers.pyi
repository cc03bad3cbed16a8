# source: https://reference.langchain.com/python/langchain_core/   checked: 1.6
from typing import Any

class BaseRetriever:
    @reads
    async def ainvoke(self, input, config=None, **kwargs) -> list[Any]: ...
    @blocks("network", use="langchain_core.retrievers.BaseRetriever.ainvoke")
    def invoke(self, input, config=None, **kwargs) -> list[Any]: ...
