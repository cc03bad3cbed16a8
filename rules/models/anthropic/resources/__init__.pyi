# source: https://github.com/anthropics/anthropic-sdk-python   checked: 1.13
from typing import Any
from .messages import AsyncMessages, Messages

class AsyncModels:
    def list(
        self, *, after_id=..., before_id=..., lifecycle=..., limit=..., betas=..., workspace_id=..., extra_headers=None,
        **kwargs
    ) -> Any: ...
    @reads
    async def retrieve(
        self, model_id, *, betas=..., workspace_id=..., extra_headers=None, extra_query=None, extra_body=None,
        timeout=...
    ) -> Any: ...

class Models:
    @blocks("network")
    def list(
        self, *, after_id=..., before_id=..., lifecycle=..., limit=..., betas=..., workspace_id=..., extra_headers=None,
        **kwargs
    ) -> Any: ...
    @blocks("network", use="anthropic.resources.AsyncModels.retrieve")
    def retrieve(
        self, model_id, *, betas=..., workspace_id=..., extra_headers=None, extra_query=None, extra_body=None,
        timeout=...
    ) -> Any: ...
