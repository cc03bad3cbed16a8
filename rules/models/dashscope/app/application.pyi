# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from typing import Any

class Application:
    @classmethod
    @blocks("network")
    def call(cls, *args: Any, **kwargs: Any) -> Any: ...
