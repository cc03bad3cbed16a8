# source: https://googleapis.dev/python/google-auth/latest/reference/google.auth.transport.requests.html   checked: 2.59
from typing import Any
from requests.sessions import Session

class Request:
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    def __call__(self, *args: Any, **kwargs: Any) -> Any: ...
class AuthorizedSession(Session):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
