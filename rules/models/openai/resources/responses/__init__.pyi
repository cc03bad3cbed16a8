# source: https://github.com/openai/openai-python   checked: 3.22
from typing import Any, Literal, overload
from ..._streaming import AsyncStream, Stream

class AsyncResponses:
    @mutates
    async def cancel(
        self, response_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
    @overload
    @reads
    async def create(self, *, stream: Literal[True], **kwargs) -> AsyncStream: ...
    @overload
    @reads
    async def create(self, *, stream: Literal[False] | None=None, **kwargs) -> Any: ...
    @mutates
    async def delete(
        self, response_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
    @reads
    async def parse(
        self, *, text_format=..., access_programs=..., background=..., context_management=..., conversation=...,
        include=..., input=..., **kwargs
    ) -> Any: ...
    @reads
    async def retrieve(
        self, response_id, *, include=..., include_obfuscation=..., starting_after=..., stream=..., extra_headers=None,
        extra_query=None, **kwargs
    ) -> Any: ...
    def stream(
        self, *, response_id=..., input=..., model=..., access_programs=..., background=..., context_management=...,
        text_format=..., **kwargs
    ) -> Any: ...

class Responses:
    @blocks("network", use="openai.resources.responses.AsyncResponses.cancel")
    def cancel(self, response_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @overload
    @blocks("network", use="openai.resources.responses.AsyncResponses.create")
    def create(self, *, stream: Literal[True], **kwargs) -> Stream: ...
    @overload
    @blocks("network", use="openai.resources.responses.AsyncResponses.create")
    def create(self, *, stream: Literal[False] | None=None, **kwargs) -> Any: ...
    @blocks("network", use="openai.resources.responses.AsyncResponses.delete")
    def delete(self, response_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @blocks("network", use="openai.resources.responses.AsyncResponses.parse")
    def parse(
        self, *, text_format=..., access_programs=..., background=..., context_management=..., conversation=...,
        include=..., input=..., **kwargs
    ) -> Any: ...
    @blocks("network", use="openai.resources.responses.AsyncResponses.retrieve")
    def retrieve(
        self, response_id, *, include=..., include_obfuscation=..., starting_after=..., stream=..., extra_headers=None,
        extra_query=None, **kwargs
    ) -> Any: ...
    def stream(
        self, *, response_id=..., input=..., model=..., access_programs=..., background=..., context_management=...,
        text_format=..., **kwargs
    ) -> Any: ...
