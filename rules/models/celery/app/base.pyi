# source: https://docs.celeryq.dev/en/stable/reference/   checked: 5.6
from typing import Any, Callable, TypeVar, overload
from .task import Task
from ..result import AsyncResult as _AsyncResult

F = TypeVar("F")

class Celery:
    AsyncResult: Callable[..., _AsyncResult]
    conf: Any
    control: Any
    def __init__(
        self, main=None, loader=None, backend=None, amqp=None, events=None, log=None, control=None, set_as_current=True,
        tasks=None, **kwargs
    ) -> None: ...
    def autodiscover_tasks(self, packages=None, related_name='tasks', force=False) -> None: ...
    def config_from_object(self, obj, silent=False, force=False, namespace=None) -> None: ...
    @blocks("network", cost="bounded")
    def send_task(
        self, name, args=None, kwargs=None, countdown=None, eta=None, task_id=None, producer=None, connection=None,
        router=None, **options
    ) -> _AsyncResult: ...
    @overload
    def task(self, fun: Callable[..., Any]) -> Task: ...
    @overload
    def task(self, *args, **opts) -> Callable[[F], Task]: ...
    @blocks("wait")
    def worker_main(self, argv=None) -> None: ...
