# source: https://docs.crewai.com/concepts/flows   checked: 1.15
from typing import Any

class Flow:
    @mutates
    async def kickoff_async(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network", use="crewai.flow.Flow.kickoff_async")
    def kickoff(self, *args: Any, **kwargs: Any) -> Any: ...
