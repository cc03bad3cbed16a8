# source: https://milvus.io/api-reference/pymilvus/v2.6.x/About.md   checked: 3.0
from .async_milvus_client import AsyncMilvusClient
from .milvus_client import MilvusClient
