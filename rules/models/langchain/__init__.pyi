# source: https://reference.langchain.com/python/langchain/   checked: 1.4
