# source: https://chardet.readthedocs.io/en/latest/   checked: 7.6
from typing import Any
from .universaldetector import UniversalDetector
@computes(gil="python")
def detect(byte_str: Any, should_rename_legacy: bool = False) -> Any: ...
@computes(gil="python")
def detect_all(byte_str: Any, ignore_threshold: bool = False, should_rename_legacy: bool = False) -> list[Any]: ...
