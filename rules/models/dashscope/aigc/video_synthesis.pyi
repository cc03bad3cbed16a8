# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from typing import Any

class VideoSynthesis:
    @classmethod
    @blocks("network", use="dashscope.aigc.video_synthesis.AioVideoSynthesis.async_call")
    def async_call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.video_synthesis.AioVideoSynthesis.call")
    def call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.video_synthesis.AioVideoSynthesis.cancel")
    def cancel(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.video_synthesis.AioVideoSynthesis.fetch")
    def fetch(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.video_synthesis.AioVideoSynthesis.list")
    def list(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.video_synthesis.AioVideoSynthesis.wait")
    def wait(cls, *args: Any, **kwargs: Any) -> Any: ...
class AioVideoSynthesis:
    @classmethod
    @mutates
    async def async_call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @mutates
    async def call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @mutates
    async def cancel(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @reads
    async def fetch(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @reads
    async def list(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @reads
    async def wait(cls, *args: Any, **kwargs: Any) -> Any: ...
