# source: https://github.com/openai/openai-python   checked: 3.22
from typing import Any
from .audio import AsyncAudio, Audio
from .chat import AsyncChat, Chat

class AsyncBatches:
    @mutates
    async def cancel(self, batch_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @mutates
    async def create(
        self, *, completion_window, endpoint, input_file_id, metadata=..., output_expires_after=..., extra_headers=None,
        extra_query=None, **kwargs
    ) -> Any: ...
    def list(
        self, *, after=..., limit=..., extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
    @reads
    async def retrieve(
        self, batch_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...

class AsyncEmbeddings:
    @reads
    async def create(
        self, *, input, model, dimensions=..., encoding_format=..., user=..., extra_headers=None, extra_query=None,
        **kwargs
    ) -> Any: ...

class AsyncFiles:
    @reads
    async def content(self, file_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @mutates
    async def create(
        self, *, file, purpose, expires_after=..., extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
    @mutates
    async def delete(self, file_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    def list(
        self, *, after=..., limit=..., order=..., purpose=..., extra_headers=None, extra_query=None, extra_body=None,
        **kwargs
    ) -> Any: ...
    @reads
    async def retrieve(self, file_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...

class AsyncImages:
    @reads
    async def create_variation(
        self, *, image, model=..., n=..., response_format=..., size=..., user=..., extra_headers=None, **kwargs
    ) -> Any: ...
    @reads
    async def edit(
        self, *, image, prompt, background=..., input_fidelity=..., mask=..., model=..., n=..., **kwargs
    ) -> Any: ...
    @reads
    async def generate(
        self, *, prompt, background=..., model=..., moderation=..., n=..., output_compression=..., output_format=...,
        **kwargs
    ) -> Any: ...

class AsyncModels:
    @mutates
    async def delete(self, model, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    def list(self, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @reads
    async def retrieve(self, model, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...

class AsyncModerations:
    @reads
    async def create(
        self, *, input, model=..., extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...

class Batches:
    @blocks("network", use="openai.resources.AsyncBatches.cancel")
    def cancel(self, batch_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @blocks("network", use="openai.resources.AsyncBatches.create")
    def create(
        self, *, completion_window, endpoint, input_file_id, metadata=..., output_expires_after=..., extra_headers=None,
        extra_query=None, **kwargs
    ) -> Any: ...
    @blocks("network")
    def list(
        self, *, after=..., limit=..., extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
    @blocks("network", use="openai.resources.AsyncBatches.retrieve")
    def retrieve(self, batch_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...

class Embeddings:
    @blocks("network", use="openai.resources.AsyncEmbeddings.create")
    def create(
        self, *, input, model, dimensions=..., encoding_format=..., user=..., extra_headers=None, extra_query=None,
        **kwargs
    ) -> Any: ...

class Files:
    @blocks("network", use="openai.resources.AsyncFiles.content")
    def content(self, file_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @blocks("network", use="openai.resources.AsyncFiles.create")
    def create(
        self, *, file, purpose, expires_after=..., extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
    @blocks("network", use="openai.resources.AsyncFiles.delete")
    def delete(self, file_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @blocks("network")
    def list(
        self, *, after=..., limit=..., order=..., purpose=..., extra_headers=None, extra_query=None, extra_body=None,
        **kwargs
    ) -> Any: ...
    @blocks("network", use="openai.resources.AsyncFiles.retrieve")
    def retrieve(self, file_id, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...

class Images:
    @blocks("network", use="openai.resources.AsyncImages.create_variation")
    def create_variation(
        self, *, image, model=..., n=..., response_format=..., size=..., user=..., extra_headers=None, **kwargs
    ) -> Any: ...
    @blocks("network", use="openai.resources.AsyncImages.edit")
    def edit(
        self, *, image, prompt, background=..., input_fidelity=..., mask=..., model=..., n=..., **kwargs
    ) -> Any: ...
    @blocks("network", use="openai.resources.AsyncImages.generate")
    def generate(
        self, *, prompt, background=..., model=..., moderation=..., n=..., output_compression=..., output_format=...,
        **kwargs
    ) -> Any: ...

class Models:
    @blocks("network", use="openai.resources.AsyncModels.delete")
    def delete(self, model, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @blocks("network", use="openai.resources.AsyncModels.list")
    def list(self, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...
    @blocks("network", use="openai.resources.AsyncModels.retrieve")
    def retrieve(self, model, *, extra_headers=None, extra_query=None, extra_body=None, timeout=...) -> Any: ...

class Moderations:
    @blocks("network", use="openai.resources.AsyncModerations.create")
    def create(
        self, *, input, model=..., extra_headers=None, extra_query=None, extra_body=None, timeout=...
    ) -> Any: ...
