# source: https://reference.langchain.com/python/langchain_community/   checked: 0.4
