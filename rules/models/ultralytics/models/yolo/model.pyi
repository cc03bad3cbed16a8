# source: https://docs.ultralytics.com/reference/models/yolo/model/   checked: 8.3
from typing import Any
from ultralytics.engine.model import Model

class YOLO(Model):
    @blocks("file", cost="unbounded")
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
