# source: https://developers.llamaindex.ai/python/framework-api-reference/llms/   checked: 0.14
from .llm import LLM
