# source: https://developers.llamaindex.ai/python/framework-api-reference/readers/   checked: 0.14
from .file.base import SimpleDirectoryReader
