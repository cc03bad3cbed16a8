# source: https://github.com/openai/openai-python   checked: 3.22
# A generation changes nothing that another one could see.
from typing import Any, Literal, overload
from ...._streaming import AsyncStream, Stream

class AsyncCompletions:
    @overload
    @reads
    async def create(self, *, stream: Literal[True], **kwargs) -> AsyncStream: ...
    @overload
    @reads
    async def create(self, *, stream: Literal[False] | None=None, **kwargs) -> Any: ...
    @mutates
    async def delete(
        self, completion_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
    def list(
        self, *, after=..., limit=..., metadata=..., model=..., order=..., extra_headers=None, extra_query=None,
        **kwargs
    ) -> Any: ...
    @reads
    async def parse(
        self, *, messages, model, audio=..., response_format=..., frequency_penalty=..., function_call=...,
        functions=..., **kwargs
    ) -> Any: ...
    @reads
    async def retrieve(
        self, completion_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
    def stream(
        self, *, messages, model, audio=..., response_format=..., frequency_penalty=..., function_call=...,
        functions=..., **kwargs
    ) -> Any: ...
    @mutates
    async def update(
        self, completion_id, *, metadata, extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...

class Completions:
    @overload
    @blocks("network", use="openai.resources.chat.AsyncCompletions.create")
    def create(self, *, stream: Literal[True], **kwargs) -> Stream: ...
    @overload
    @blocks("network", use="openai.resources.chat.AsyncCompletions.create")
    def create(self, *, stream: Literal[False] | None=None, **kwargs) -> Any: ...
    @blocks("network", use="openai.resources.chat.AsyncCompletions.delete")
    def delete(self, completion_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @blocks("network", use="openai.resources.chat.AsyncCompletions.list")
    def list(
        self, *, after=..., limit=..., metadata=..., model=..., order=..., extra_headers=None, extra_query=None,
        **kwargs
    ) -> Any: ...
    @blocks("network", use="openai.resources.chat.AsyncCompletions.parse")
    def parse(
        self, *, messages, model, audio=..., response_format=..., frequency_penalty=..., function_call=...,
        functions=..., **kwargs
    ) -> Any: ...
    @blocks("network", use="openai.resources.chat.AsyncCompletions.retrieve")
    def retrieve(self, completion_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    def stream(
        self, *, messages, model, audio=..., response_format=..., frequency_penalty=..., function_call=...,
        functions=..., **kwargs
    ) -> Any: ...
    @blocks("network", use="openai.resources.chat.AsyncCompletions.update")
    def update(
        self, completion_id, *, metadata, extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
