# source: https://eclipse.dev/paho/files/paho.mqtt.python/html/helpers.html   checked: 2.1
from typing import Any

@blocks("network")
def multiple(*args: Any, **kwargs: Any) -> None: ...
@blocks("network")
def single(*args: Any, **kwargs: Any) -> None: ...
