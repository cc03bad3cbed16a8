# source: https://docs.python.org/3/library/venv.html   checked: 3.13
from typing import Any

@blocks("process")
@blocks("file", cost="unbounded")
def create(env_dir: Any, system_site_packages: bool = False, clear: bool = False, symlinks: bool = False, with_pip: bool = False, prompt: Any = None) -> None: ...
class EnvBuilder:
    def __init__(self, system_site_packages: bool = False, clear: bool = False, symlinks: bool = False, upgrade: bool = False, with_pip: bool = False, prompt: Any = None) -> None: ...
    @blocks("process")
    @blocks("file", cost="unbounded")
    def create(self, env_dir: Any) -> None: ...
