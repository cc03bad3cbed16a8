# source: https://reference.langchain.com/python/langchain/agents/   checked: 1.4
from .factory import create_agent
