# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from typing import Any

class Transcription:
    @classmethod
    @blocks("network")
    def async_call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network")
    def call(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network")
    def fetch(cls, *args: Any, **kwargs: Any) -> Any: ...
    @classmethod
    @blocks("network")
    def wait(cls, *args: Any, **kwargs: Any) -> Any: ...
