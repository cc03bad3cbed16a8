# source: https://opensearch-project.github.io/opensearch-py/   checked: 3.2
from .client import OpenSearch
from ._async.client import AsyncOpenSearch
from . import helpers
