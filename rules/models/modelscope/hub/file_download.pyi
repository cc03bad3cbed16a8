# source: https://modelscope.cn/docs/models/download   checked: 1.28
from typing import Any

@blocks("network")
def model_file_download(*args: Any, **kwargs: Any) -> Any: ...
