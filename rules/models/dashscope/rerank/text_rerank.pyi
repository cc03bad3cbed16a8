# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from typing import Any

class TextReRank:
    @classmethod
    @blocks("network", use="dashscope.AioTextReRank.call")
    def call(cls, *args: Any, **kwargs: Any) -> Any: ...
class AioTextReRank:
    @classmethod
    @reads
    async def call(cls, *args: Any, **kwargs: Any) -> Any: ...
