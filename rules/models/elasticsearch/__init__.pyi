# source: https://elasticsearch-py.readthedocs.io/en/stable/   checked: 9.2
from ._client import Elasticsearch
from ._async_client import AsyncElasticsearch
from . import helpers
