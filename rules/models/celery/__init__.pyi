# source: https://docs.celeryq.dev/en/stable/reference/   checked: 5.6
# Sending a task is one round trip to the broker; asking for a result is one to the result backend.
from typing import Any, Callable, TypeVar, overload
from .app.base import Celery
from .app.task import Task
from .canvas import chain, chord, group, signature

F = TypeVar("F")

@overload
def shared_task(fun: Callable[..., Any]) -> Task: ...

@overload
def shared_task(*args, **kwargs) -> Callable[[F], Task]: ...
