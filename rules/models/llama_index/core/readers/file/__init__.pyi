# source: https://developers.llamaindex.ai/python/framework-api-reference/readers/simple_directory_reader/   checked: 0.14
