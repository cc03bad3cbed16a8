# source: https://urllib3.readthedocs.io/en/stable/reference/urllib3.util.html   checked: 2.8
from typing import Any
from .retry import Retry
from .timeout import Timeout

def make_headers(
    keep_alive=None, accept_encoding=None, user_agent=None, basic_auth=None, proxy_basic_auth=None, disable_cache=None,
    *, basic_auth_encoding='latin-1', proxy_basic_auth_encoding='latin-1'
) -> dict[str, str]: ...

def parse_url(url) -> Any: ...
