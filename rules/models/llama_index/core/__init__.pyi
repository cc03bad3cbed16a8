# source: https://developers.llamaindex.ai/python/framework-api-reference/   checked: 0.14
from .indices.base import BaseIndex
from .indices.loading import load_index_from_storage
from .indices.vector_store.base import VectorStoreIndex
from .readers.file.base import SimpleDirectoryReader
from .storage.storage_context import StorageContext
