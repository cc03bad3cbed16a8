# source: https://docs.aws.amazon.com/botocore/latest/reference/   checked: 1.43
from .client import BaseClient

def get_session(env_vars=None) -> Session: ...

class Session:
    def __init__(self, session_vars=None, event_hooks=None, include_builtin_handlers=True, profile=None) -> None: ...
    @blocks("file", use="aiobotocore.session.AioSession.create_client")
    def create_client(
        self, service_name, region_name=None, api_version=None, use_ssl=True, verify=None, endpoint_url=None,
        aws_access_key_id=None, aws_secret_access_key=None, aws_session_token=None, **kwargs
    ) -> BaseClient: ...
