# source: https://docs.authlib.org/en/latest/oauth2/client/http/requests.html   checked: 1.8
from typing import Any
from requests.sessions import Session

class AssertionSession(Session):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network", use="authlib.integrations.httpx_client.AsyncAssertionClient.refresh_token")
    def refresh_token(self, *args: Any, **kwargs: Any) -> Any: ...
