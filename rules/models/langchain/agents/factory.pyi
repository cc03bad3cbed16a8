# source: https://reference.langchain.com/python/langchain/agents/   checked: 1.4
from typing import Any
from langgraph.graph.state import CompiledStateGraph

def create_agent(*args: Any, **kwargs: Any) -> CompiledStateGraph: ...
