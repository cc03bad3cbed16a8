# source: https://watchfiles.helpmanual.io/api/run_process/   checked: 1.2
from typing import Any

@blocks("wait", use="watchfiles.arun_process")
def run_process(*args: Any, **kwargs: Any) -> int: ...
@mutates
async def arun_process(*args: Any, **kwargs: Any) -> int: ...
