# source: https://reference.langchain.com/python/langchain/embeddings/   checked: 1.4
from .base import init_embeddings
