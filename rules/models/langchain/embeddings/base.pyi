# source: https://reference.langchain.com/python/langchain/embeddings/   checked: 1.4
from typing import Any
from langchain_core.embeddings import Embeddings

def init_embeddings(*args: Any, **kwargs: Any) -> Embeddings: ...
