# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from typing import Any

class MultiModalConversation:
    @classmethod
    @blocks("network", use="dashscope.AioMultiModalConversation.call")
    def call(cls, *args: Any, **kwargs: Any) -> Any: ...
class AioMultiModalConversation:
    @classmethod
    @reads
    async def call(cls, *args: Any, **kwargs: Any) -> Any: ...
