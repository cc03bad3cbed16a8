# source: https://docs.python.org/3/library/cmd.html   checked: 3.13
from typing import Any

class Cmd:
    prompt: str
    intro: Any
    def __init__(self, completekey: str = "tab", stdin: Any = None, stdout: Any = None) -> None: ...
    @blocks("input")
    def cmdloop(self, intro: Any = None) -> None: ...
    def onecmd(self, line: str) -> Any: ...
