# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from typing import Any

class ImageSynthesis:
    @classmethod
    @blocks("network", use="dashscope.aigc.image_synthesis.AioImageSynthesis.async_call")
    def async_call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.image_synthesis.AioImageSynthesis.call")
    def call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.image_synthesis.AioImageSynthesis.cancel")
    def cancel(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.image_synthesis.AioImageSynthesis.fetch")
    def fetch(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.image_synthesis.AioImageSynthesis.list")
    def list(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.image_synthesis.AioImageSynthesis.sync_call")
    def sync_call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network", use="dashscope.aigc.image_synthesis.AioImageSynthesis.wait")
    def wait(cls, *args: Any, **kwargs: Any) -> Any: ...
class AioImageSynthesis:
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
    @mutates
    async def sync_call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @reads
    async def fetch(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @reads
    async def list(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @reads
    async def wait(cls, *args: Any, **kwargs: Any) -> Any: ...
