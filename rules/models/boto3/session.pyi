# source: https://docs.aws.amazon.com/boto3/latest/reference/core   checked: 1.43
from botocore.client import BaseClient
from typing import Any
from .resources.base import _ServiceResource

class Session:
    def __init__(
        self, aws_access_key_id=None, aws_secret_access_key=None, aws_session_token=None, region_name=None,
        botocore_session=None, profile_name=None, aws_account_id=None
    ) -> None: ...
    @property
    @blocks("file")
    def available_profiles(self) -> list[str]: ...
    @blocks("file", use="aioboto3.Session.client")
    def client(
        self, service_name, region_name=None, api_version=None, use_ssl=True, verify=None, endpoint_url=None,
        aws_access_key_id=None, aws_secret_access_key=None, aws_session_token=None, **kwargs
    ) -> BaseClient: ...
    @blocks("file")
    def get_available_regions(self, service_name, partition_name='aws', allow_non_regional=False) -> list[str]: ...
    @blocks("file")
    def get_available_services(self) -> list[str]: ...
    @blocks("file")
    def get_credentials(self) -> Any: ...
    @property
    def profile_name(self) -> str: ...
    @property
    def region_name(self) -> str | None: ...
    @blocks("file", use="aioboto3.Session.resource")
    def resource(
        self, service_name, region_name=None, api_version=None, use_ssl=True, verify=None, endpoint_url=None,
        aws_access_key_id=None, aws_secret_access_key=None, aws_session_token=None, **kwargs
    ) -> _ServiceResource: ...
