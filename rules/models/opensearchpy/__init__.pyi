# source: https://opensearch-project.github.io/opensearch-py/   checked: 3.1
from ._client import OpenSearch
from ._async_client import AsyncOpenSearch
from . import helpers
