# source: https://python-hvac.org/en/stable/source/hvac_v1.html   checked: 2.4
from typing import Any
from ..api.secrets_engines.kv import Kv

class _Secrets:
    kv: Kv
class _Method:
    @blocks("network")
    def __getattr__(self, name: str) -> Any: ...
class _Auth:
    approle: _Method
    aws: _Method
    azure: _Method
    gcp: _Method
    jwt: _Method
    kubernetes: _Method
    ldap: _Method
    token: _Method
    userpass: _Method
class Client:
    auth: _Auth
    secrets: _Secrets
    token: str | None
    url: str
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    def delete(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network")
    def get_policy(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network")
    def is_authenticated(self, *args: Any, **kwargs: Any) -> bool: ...
    @blocks("network")
    def list(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network")
    def login(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network")
    def lookup_token(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network")
    def read(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network")
    def renew_token(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network")
    def revoke_token(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network")
    def write(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network")
    def write_data(self, *args: Any, **kwargs: Any) -> Any: ...
