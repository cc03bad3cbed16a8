# source: https://developers.llamaindex.ai/python/framework-api-reference/readers/simple_directory_reader/   checked: 0.14
from typing import Any

class SimpleDirectoryReader:
    @blocks("file", cost="unbounded", unless="input_files given")
    def __init__(self, input_dir: Any = None, input_files: Any = None, *args: Any, **kwargs: Any) -> None: ...
    @reads
    async def aload_data(self, *args: Any, **kwargs: Any) -> list[Any]: ...
    @blocks("file", cost="unbounded", use="llama_index.core.SimpleDirectoryReader.aload_data")
    def load_data(self, *args: Any, **kwargs: Any) -> list[Any]: ...
