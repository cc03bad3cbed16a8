# source: https://developers.llamaindex.ai/python/framework-api-reference/chat_engines/   checked: 0.14
