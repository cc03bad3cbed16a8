# source: https://trio.readthedocs.io/en/stable/reference-core.html   checked: 0.34
from typing import Callable, TypeVar

T = TypeVar("T")

@offloads("sync_fn")
async def run_sync(sync_fn: Callable[..., T], *args, thread_name=None, abandon_on_cancel=False, limiter=None) -> T: ...
