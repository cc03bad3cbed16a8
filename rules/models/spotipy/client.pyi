# source: https://spotipy.readthedocs.io/en/latest/   checked: 2.25
from typing import Any

class Spotify:
    def __init__(self, auth: Any = None, requests_session: Any = True, client_credentials_manager: Any = None, oauth_manager: Any = None, auth_manager: Any = None, **kwargs: Any) -> None: ...
    @blocks("network")
    def __getattr__(self, name: str) -> Any: ...
