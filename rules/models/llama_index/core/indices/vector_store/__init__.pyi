# source: https://developers.llamaindex.ai/python/framework-api-reference/indices/vector/   checked: 0.14
from .base import VectorStoreIndex
