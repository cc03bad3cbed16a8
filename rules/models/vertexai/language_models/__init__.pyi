# source: https://cloud.google.com/python/docs/reference/vertexai/latest/vertexai.language_models   checked: 1.71
from typing import Any

class TextEmbeddingModel:
    @classmethod
    @blocks("network")
    def from_pretrained(cls, *args: Any, **kwargs: Any) -> TextEmbeddingModel: ...
    @reads
    async def get_embeddings_async(self, *args: Any, **kwargs: Any) -> list[Any]: ...
    @blocks("network", use="vertexai.language_models.TextEmbeddingModel.get_embeddings_async")
    def get_embeddings(self, *args: Any, **kwargs: Any) -> list[Any]: ...
