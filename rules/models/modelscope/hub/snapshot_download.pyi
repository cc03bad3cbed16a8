# source: https://modelscope.cn/docs/models/download   checked: 1.28
from typing import Any

@blocks("network")
def dataset_snapshot_download(*args: Any, **kwargs: Any) -> str: ...
@blocks("network")
def snapshot_download(*args: Any, **kwargs: Any) -> str: ...
