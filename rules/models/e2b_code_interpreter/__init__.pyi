# source: https://e2b.dev/docs/code-interpreting   checked: 2.4
from typing import Any
from e2b.sandbox_async.main import AsyncSandbox as _AsyncSandbox
from e2b.sandbox_sync.main import Sandbox as _Sandbox

class Sandbox(_Sandbox):
    @blocks("network", use="e2b_code_interpreter.AsyncSandbox.create_code_context")
    def create_code_context(self, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("network", use="e2b_code_interpreter.AsyncSandbox.run_code")
    def run_code(self, *args: Any, **kwargs: Any) -> Any: ...
class AsyncSandbox(_AsyncSandbox):
    @mutates
    async def create_code_context(self, *args: Any, **kwargs: Any) -> Any: ...
    @mutates
    async def run_code(self, *args: Any, **kwargs: Any) -> Any: ...
