# source: https://developers.llamaindex.ai/python/framework-api-reference/embeddings/   checked: 0.14
from ..base.embeddings.base import BaseEmbedding
