# source: https://github.com/vmware/pyvmomi   checked: 8.0
from typing import Any

@blocks("wait")
def WaitForTask(*args: Any, **kwargs: Any) -> Any: ...
@blocks("wait")
def WaitForTasks(*args: Any, **kwargs: Any) -> None: ...
