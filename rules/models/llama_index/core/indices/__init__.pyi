# source: https://developers.llamaindex.ai/python/framework-api-reference/indices/   checked: 0.14
from .vector_store.base import VectorStoreIndex
