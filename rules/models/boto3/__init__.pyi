# source: https://docs.aws.amazon.com/boto3/latest/reference/core   checked: 1.43
# client and resource read the service descriptions from disk: some ten milliseconds, more the first time.
from botocore.client import BaseClient
from .resources.base import _ServiceResource
from .session import Session

@blocks("file", use="aioboto3.Session.client")
def client(*args, **kwargs) -> BaseClient: ...

@blocks("file", use="aioboto3.Session.resource")
def resource(*args, **kwargs) -> _ServiceResource: ...

def set_stream_logger(name='boto3', level=10, format_string=None) -> None: ...

def setup_default_session(**kwargs) -> None: ...
