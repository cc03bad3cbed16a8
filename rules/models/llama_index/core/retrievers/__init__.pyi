# source: https://developers.llamaindex.ai/python/framework-api-reference/retrievers/   checked: 0.14
from ..base.base_retriever import BaseRetriever
