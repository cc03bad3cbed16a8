# source: https://fastapi.tiangolo.com/reference/background/   checked: 0.142
from starlette.background import BackgroundTasks as _BackgroundTasks

class BackgroundTasks(_BackgroundTasks):
    @offloads("func")
    def add_task(self, func, *args, **kwargs) -> None: ...
