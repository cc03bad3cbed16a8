# source: https://reference.langchain.com/python/langgraph/pregel/   checked: 1.2
from .main import Pregel
