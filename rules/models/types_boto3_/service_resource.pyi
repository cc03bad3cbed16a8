# source: https://youtype.github.io/boto3_stubs_docs/   checked: 1.43
from mypy_boto3_.service_resource import *
