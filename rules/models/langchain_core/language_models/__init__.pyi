# source: https://reference.langchain.com/python/langchain_core/   checked: 1.6
from .chat_models import BaseChatModel
from .llms import BaseLLM
