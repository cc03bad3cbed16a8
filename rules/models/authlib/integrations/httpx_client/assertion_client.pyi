# source: https://docs.authlib.org/en/latest/oauth2/client/http/httpx.html   checked: 1.8
from typing import Any, Awaitable
from httpx2 import AsyncClient

class AsyncAssertionClient(AsyncClient):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @mutates
    def refresh_token(self, *args: Any, **kwargs: Any) -> Awaitable[Any]: ...
