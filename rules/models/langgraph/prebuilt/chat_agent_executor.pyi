# source: https://reference.langchain.com/python/langgraph/agents/   checked: 1.2
from typing import Any
from ..graph.state import CompiledStateGraph

def create_react_agent(*args: Any, **kwargs: Any) -> CompiledStateGraph: ...
