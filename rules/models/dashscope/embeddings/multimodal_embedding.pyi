# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from typing import Any

class MultiModalEmbedding:
    @classmethod
    @blocks("network", use="dashscope.AioMultiModalEmbedding.call")
    def call(cls, *args: Any, **kwargs: Any) -> Any: ...
class AioMultiModalEmbedding:
    @classmethod
    @reads
    async def call(cls, *args: Any, **kwargs: Any) -> Any: ...
