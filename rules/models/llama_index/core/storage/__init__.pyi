# source: https://developers.llamaindex.ai/python/framework-api-reference/storage/   checked: 0.14
from .storage_context import StorageContext
