# source: https://urllib3.readthedocs.io/en/stable/reference/   checked: 2.8
from typing import Any
from .connectionpool import HTTPConnectionPool, HTTPSConnectionPool, connection_from_url
from .poolmanager import PoolManager, ProxyManager, proxy_from_url
from .response import BaseHTTPResponse, HTTPResponse
from .util import Retry, Timeout

def add_stderr_logger(level=10) -> Any: ...

def disable_warnings(category=...) -> None: ...

def make_headers(
    keep_alive=None, accept_encoding=None, user_agent=None, basic_auth=None, proxy_basic_auth=None, disable_cache=None,
    *, basic_auth_encoding='latin-1', proxy_basic_auth_encoding='latin-1'
) -> dict[str, str]: ...

@blocks("network", use="httpx.AsyncClient.request")
def request(
    method, url, *, body=None, fields=None, headers=None, preload_content=True, decode_content=True, redirect=True,
    **kwargs
) -> BaseHTTPResponse: ...
