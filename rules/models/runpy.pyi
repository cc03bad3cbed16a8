# source: https://docs.python.org/3/library/runpy.html   checked: 3.13
from typing import Any

@blocks("file", cost="bounded")
def run_module(mod_name: str, init_globals: Any = None, run_name: str | None = None, alter_sys: bool = False) -> dict[str, Any]: ...
@blocks("file", cost="bounded")
def run_path(path_name: Any, init_globals: Any = None, run_name: str | None = None) -> dict[str, Any]: ...
