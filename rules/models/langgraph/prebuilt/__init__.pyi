# source: https://reference.langchain.com/python/langgraph/agents/   checked: 1.2
from .chat_agent_executor import create_react_agent
