# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from typing import Any

class Generation:
    @classmethod
    @blocks("network", use="dashscope.AioGeneration.call")
    def call(cls, *args: Any, **kwargs: Any) -> Any: ...
class AioGeneration:
    @classmethod
    @reads
    async def call(cls, *args: Any, **kwargs: Any) -> Any: ...
