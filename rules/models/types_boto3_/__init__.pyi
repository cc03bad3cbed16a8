# source: https://youtype.github.io/boto3_stubs_docs/   checked: 1.43
from .client import *
from .service_resource import *
