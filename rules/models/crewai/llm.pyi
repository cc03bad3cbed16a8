# source: https://docs.crewai.com/concepts/llms   checked: 1.15
from typing import Any

class LLM:
    @reads
    async def acall(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network", use="crewai.LLM.acall")
    def call(self, *args: Any, **kwargs: Any) -> Any: ...
