# source: https://docs.python.org/3/library/asyncio-subprocess.html   checked: 3.13
from asyncio import StreamReader, StreamWriter, create_subprocess_exec, create_subprocess_shell
from typing import Any

PIPE: int
STDOUT: int
DEVNULL: int

@exclusive
class Process:
    stdin: StreamWriter | None
    stdout: StreamReader | None
    stderr: StreamReader | None
    pid: int
    @property
    def returncode(self) -> int | None: ...
    @mutates
    async def wait(self) -> int: ...
    @mutates
    async def communicate(self, input: Any = None) -> tuple[bytes, bytes]: ...
    def send_signal(self, signal: int) -> None: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...
