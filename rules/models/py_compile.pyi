# source: https://docs.python.org/3/library/py_compile.html   checked: 3.13
from typing import Any

class PyCompileError(Exception): ...
@blocks("file", cost="bounded")
@computes(cost="bounded", gil="held")
def compile(file: Any, cfile: Any = None, dfile: Any = None, doraise: bool = False, optimize: int = -1, invalidation_mode: Any = None, quiet: int = 0) -> str | None: ...
