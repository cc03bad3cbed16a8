# source: https://docs.voyageai.com/docs/embeddings   checked: 0.4
from .client import Client
from .client_async import AsyncClient
