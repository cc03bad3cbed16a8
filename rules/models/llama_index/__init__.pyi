# source: https://developers.llamaindex.ai/python/framework-api-reference/   checked: 0.14
