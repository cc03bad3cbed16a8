# source: https://elasticsearch-py.readthedocs.io/en/stable/   checked: 9.2
from ._sync.client import Elasticsearch
from ._async.client import AsyncElasticsearch
from . import helpers
