# source: https://typer.tiangolo.com/tutorial/launch/   checked: 0.27
from typing import Any

@blocks("process", when="wait=True")
def launch(url: Any, wait: Any = False, locate: Any = False) -> int: ...
