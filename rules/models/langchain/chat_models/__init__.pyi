# source: https://reference.langchain.com/python/langchain/models/   checked: 1.4
from .base import init_chat_model
