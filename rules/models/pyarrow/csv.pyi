# source: https://arrow.apache.org/docs/python/api/formats.html   checked: 22.0
from typing import Any
from pyarrow import Table
@blocks("file")
@computes(cost="unbounded", gil="released")
def read_csv(input_file: Any, read_options: Any = None, parse_options: Any = None, convert_options: Any = None, memory_pool: Any = None) -> Table: ...
@blocks("file")
@computes(cost="unbounded", gil="released")
def write_csv(data: Any, output_file: Any, write_options: Any = None, memory_pool: Any = None) -> None: ...
