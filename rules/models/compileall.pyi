# source: https://docs.python.org/3/library/compileall.html   checked: 3.13
from typing import Any

@blocks("file", cost="unbounded")
@computes(cost="unbounded", gil="held")
def compile_dir(dir: Any, maxlevels: Any = None, ddir: Any = None, force: bool = False, rx: Any = None, quiet: int = 0, legacy: bool = False, optimize: Any = -1, workers: int = 1, invalidation_mode: Any = None) -> bool: ...
@blocks("file", cost="bounded")
@computes(cost="bounded", gil="held")
def compile_file(fullname: Any, ddir: Any = None, force: bool = False, rx: Any = None, quiet: int = 0, legacy: bool = False, optimize: Any = -1, invalidation_mode: Any = None) -> bool: ...
