# source: https://eclipse.dev/paho/files/paho.mqtt.python/html/helpers.html   checked: 2.1
from typing import Any

@blocks("network")
def callback(*args: Any, **kwargs: Any) -> None: ...
@blocks("network")
def simple(*args: Any, **kwargs: Any) -> Any: ...
