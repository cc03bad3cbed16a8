# source: https://github.com/groq/groq-python   checked: 1.7
# A generation changes nothing that another one could see.
from typing import Any, Literal, overload
from ..._streaming import AsyncStream, Stream

class AsyncCompletions:
    @overload
    @reads
    async def create(self, *, stream: Literal[True], **kwargs) -> AsyncStream: ...
    @overload
    @reads
    async def create(self, *, stream: Literal[False] | None=None, **kwargs) -> Any: ...

class Completions:
    @overload
    @blocks("network", use="groq.resources.chat.AsyncCompletions.create")
    def create(self, *, stream: Literal[True], **kwargs) -> Stream: ...
    @overload
    @blocks("network", use="groq.resources.chat.AsyncCompletions.create")
    def create(self, *, stream: Literal[False] | None=None, **kwargs) -> Any: ...
