# source: https://docs.aiohttp.org/en/stable/client_reference.html#connectors   checked: 3.14
from typing import Awaitable

class BaseConnector:
    def __init__(
        self, *, keepalive_timeout=..., force_close=False, limit=100, limit_per_host=0, enable_cleanup_closed=False,
        loop=None, timeout_ceil_threshold=5
    ) -> None: ...
    @mutates
    def close(self, *, abort_ssl=False) -> Awaitable[None]: ...

class TCPConnector(BaseConnector):
    def __init__(
        self, *, verify_ssl=True, fingerprint=None, use_dns_cache=True, ttl_dns_cache=10, dns_cache_max_size=1000,
        family=..., ssl_context=None, **kwargs
    ) -> None: ...

class UnixConnector(BaseConnector):
    def __init__(
        self, path, force_close=False, keepalive_timeout=..., limit=100, limit_per_host=0, loop=None
    ) -> None: ...
