# source: https://charset-normalizer.readthedocs.io/en/latest/api.html   checked: 3.4
from typing import Any

@computes(gil="python")
def detect(byte_str: Any, should_rename_legacy: bool = False, **kwargs: Any) -> Any: ...
