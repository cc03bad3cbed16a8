# source: https://nicegui.io/documentation/section_action_events   checked: 3.15
from typing import Callable, TypeVar

T = TypeVar("T")

@offloads("callback")
async def cpu_bound(callback: Callable[..., T], *args, **kwargs) -> T: ...
@offloads("callback")
async def io_bound(callback: Callable[..., T], *args, **kwargs) -> T: ...
