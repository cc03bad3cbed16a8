# source: https://www.starlette.io/background/   checked: 1.7
# Tasks that are plain functions run in a thread pool.
class BackgroundTask:
    @offloads("func")
    def __init__(self, func, *args, **kwargs) -> None: ...

class BackgroundTasks(BackgroundTask):
    def __init__(self, tasks=None) -> None: ...
    @offloads("func")
    def add_task(self, func, *args, **kwargs) -> None: ...
