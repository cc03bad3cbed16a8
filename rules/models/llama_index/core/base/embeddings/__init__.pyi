# source: https://developers.llamaindex.ai/python/framework-api-reference/embeddings/   checked: 0.14
