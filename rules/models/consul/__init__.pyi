# source: https://python-consul.readthedocs.io/en/latest/   checked: 1.1
from typing import Any

class _Endpoint:
    @blocks("network")
    def __getattr__(self, name: str) -> Any: ...
class _Agent(_Endpoint):
    check: _Endpoint
    service: _Endpoint
class Consul:
    acl: _Endpoint
    agent: _Agent
    catalog: _Endpoint
    event: _Endpoint
    health: _Endpoint
    kv: _Endpoint
    session: _Endpoint
    status: _Endpoint
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
