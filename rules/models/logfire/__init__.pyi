# source: https://logfire.pydantic.dev/docs/reference/api/logfire/   checked: 4.0
from typing import Any

@blocks("wait", cost="bounded")
def force_flush(*args: Any, **kwargs: Any) -> bool: ...
@blocks("wait", cost="bounded")
def shutdown(*args: Any, **kwargs: Any) -> bool: ...
