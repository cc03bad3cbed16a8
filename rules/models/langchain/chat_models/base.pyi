# source: https://reference.langchain.com/python/langchain/models/   checked: 1.4
from typing import Any
from langchain_core.language_models import BaseChatModel

def init_chat_model(*args: Any, **kwargs: Any) -> BaseChatModel: ...
