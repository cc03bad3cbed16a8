# source: https://urllib3.readthedocs.io/en/stable/reference/urllib3.connectionpool.html   checked: 2.8
from typing import Any, Self
from ._request_methods import RequestMethods
from .response import BaseHTTPResponse

def connection_from_url(url, **kw) -> HTTPConnectionPool: ...

class ConnectionPool:
    def __enter__(self) -> Self: ...
    def __exit__(self, exc_type, exc_val, exc_tb) -> Any: ...
    def __init__(self, host, port=None) -> None: ...
    def close(self) -> None: ...

class HTTPConnectionPool(ConnectionPool, RequestMethods):
    def __init__(
        self, host, port=None, timeout=..., maxsize=1, block=False, headers=None, retries=None, _proxy=None,
        _proxy_headers=None, **conn_kw
    ) -> None: ...
    def close(self) -> None: ...
    @blocks("network", use="httpx.AsyncClient.request")
    def urlopen(
        self, method, url, body=None, headers=None, retries=None, redirect=True, assert_same_host=True, timeout=...,
        pool_timeout=None, **response_kw
    ) -> BaseHTTPResponse: ...

class HTTPSConnectionPool(HTTPConnectionPool):
    def __init__(
        self, host, port=None, timeout=..., maxsize=1, block=False, headers=None, retries=None, _proxy=None,
        _proxy_headers=None, **conn_kw
    ) -> None: ...
