# source: https://msal-python.readthedocs.io/en/latest/   checked: 1.31
from typing import Any

class ManagedIdentityClient:
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    def acquire_token_for_client(self, *args: Any, **kwargs: Any) -> Any: ...
