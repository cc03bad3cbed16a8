# source: https://reference.langchain.com/python/langchain_community/vectorstores/   checked: 0.4
from .chroma import Chroma
from .faiss import FAISS
from .pgvector import PGVector
