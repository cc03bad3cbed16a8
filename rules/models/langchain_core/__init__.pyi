# source: https://reference.langchain.com/python/langchain_core/   checked: 1.6
