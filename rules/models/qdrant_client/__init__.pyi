# source: https://python-client.qdrant.tech/   checked: 1.18
from .qdrant_client import QdrantClient
from .async_qdrant_client import AsyncQdrantClient
