# source: https://aiobotocore.aio-libs.org/en/latest/   checked: 3.9
from typing import Any, AsyncIterator

class AioPageIterator:
    def __aiter__(self) -> AsyncIterator[Any]: ...
    @reads
    async def build_full_result(self) -> Any: ...

class AioPaginator:
    def paginate(self, **kwargs) -> AioPageIterator: ...
