# source: https://fastapi.tiangolo.com/async/   checked: 0.142
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from typing import Any, AsyncIterator, TypeVar

T = TypeVar("T")

@asynccontextmanager
@offloads("cm")
def contextmanager_in_threadpool(cm) -> AsyncIterator[Any]: ...
