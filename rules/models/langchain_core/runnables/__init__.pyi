# source: https://reference.langchain.com/python/langchain_core/   checked: 1.6
from .base import Runnable, RunnableSequence
