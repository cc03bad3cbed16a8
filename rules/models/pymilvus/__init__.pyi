# source: https://milvus.io/api-reference/pymilvus/v2.6.x/About.md   checked: 3.0
from .milvus_client import AsyncMilvusClient, MilvusClient
from .orm import db, utility
from .orm.collection import Collection
from .orm.connections import Connections

connections: Connections
