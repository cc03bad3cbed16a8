# source: https://docs.djangoproject.com/en/5.2/topics/async/   checked: 3.12
from typing import Any, Callable, Generic, TypeVar, overload

T = TypeVar("T")

def async_to_sync(awaitable=None, *, force_new_loop=False) -> AsyncToSync: ...

class AsyncToSync:
    @blocks("wait")
    def __call__(self, *args, **kwargs) -> Any: ...
    def __init__(self, awaitable, force_new_loop=False) -> None: ...

@overload
@offloads("func")
def sync_to_async(func: Callable[..., T], *, thread_sensitive=True, executor=None, context=None) -> SyncToAsync[T]: ...

@overload
def sync_to_async(func: None=None, *, thread_sensitive=True, executor=None, context=None) -> Any: ...

class SyncToAsync(Generic[T]):
    @mutates
    async def __call__(self, *args, **kwargs) -> T: ...
    @offloads("func")
    def __init__(self, func: Callable[..., T], thread_sensitive=True, executor=None, context=None) -> None: ...
