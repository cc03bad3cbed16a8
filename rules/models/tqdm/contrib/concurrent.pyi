# source: https://tqdm.github.io/docs/contrib.concurrent/   checked: 4.70
# Waits for the pool to go through all of the iterables.
from typing import Any, Callable

@blocks("wait")
@offloads("fn")
def process_map(fn: Callable[..., Any], *iterables, **tqdm_kwargs) -> list[Any]: ...

@blocks("wait")
@offloads("fn")
def thread_map(fn: Callable[..., Any], *iterables, **tqdm_kwargs) -> list[Any]: ...
