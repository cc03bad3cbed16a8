# source: https://docs.scipy.org/doc/scipy/reference/io.html   checked: 1.17
from typing import Any

@blocks("file")
def read(filename: Any, mmap: bool = False) -> Any: ...
@blocks("file")
def write(filename: Any, rate: int, data: Any) -> None: ...
