# source: https://apscheduler.readthedocs.io/en/3.x/modules/schedulers/blocking.html   checked: 3.11
from typing import Any
from .base import BaseScheduler
class BlockingScheduler(BaseScheduler):
    @blocks("wait")
    def start(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("wait", unless="wait=False")
    def shutdown(self, wait: bool = True) -> None: ...
