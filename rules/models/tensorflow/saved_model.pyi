# source: https://www.tensorflow.org/api_docs/python/tf/saved_model   checked: 2.20
from typing import Any

@blocks("file", cost="unbounded")
@computes(gil="python")
def load(export_dir: Any, tags: Any = None, options: Any = None) -> Any: ...
@blocks("file", cost="unbounded")
@computes(gil="python")
def save(obj: Any, export_dir: Any, signatures: Any = None, options: Any = None) -> None: ...
