# source: https://developers.llamaindex.ai/python/framework-api-reference/storage/   checked: 0.14
from typing import Any

class StorageContext:
    @classmethod
    @blocks("file", when="persist_dir given")
    def from_defaults(cls, docstore: Any = None, index_store: Any = None, vector_store: Any = None, image_store: Any = None, vector_stores: Any = None, graph_store: Any = None, property_graph_store: Any = None, persist_dir: Any = None, fs: Any = None) -> StorageContext: ...
    @blocks("file")
    def persist(self, *args: Any, **kwargs: Any) -> None: ...
