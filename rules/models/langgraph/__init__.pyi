# source: https://reference.langchain.com/python/langgraph/   checked: 1.2
