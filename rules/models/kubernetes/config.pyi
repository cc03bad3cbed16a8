# source: https://github.com/kubernetes-client/python   checked: 33.1
from typing import Any

@blocks("file")
def load_config(*args, **kwargs) -> None: ...

@blocks("file")
def load_incluster_config(*args, **kwargs) -> None: ...

@blocks("file", use="kubernetes_asyncio.config.load_kube_config")
def load_kube_config(*args, **kwargs) -> None: ...

@blocks("file")
def new_client_from_config(*args, **kwargs) -> Any: ...
