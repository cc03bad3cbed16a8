# source: https://tenacity.readthedocs.io/en/latest/   checked: 9.1
from typing import Any, AsyncIterator
from . import AttemptManager, BaseRetrying

class AsyncRetrying(BaseRetrying):
    def __aiter__(self) -> AsyncIterator[AttemptManager]: ...
    async def __call__(self, fn, *args, **kwargs) -> Any: ...
    def __init__(
        self, sleep=..., stop=..., wait=..., retry=..., before=..., after=..., before_sleep=None, reraise=False,
        retry_error_cls=..., **kwargs
    ) -> None: ...
