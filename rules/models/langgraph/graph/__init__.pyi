# source: https://reference.langchain.com/python/langgraph/graphs/   checked: 1.2
from .message import MessagesState, add_messages
from .state import StateGraph

START: str
END: str
