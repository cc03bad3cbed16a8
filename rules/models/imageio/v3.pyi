# source: https://imageio.readthedocs.io/en/stable/   checked: 2.37
from typing import Any

@blocks("file")
@computes(cost="unbounded", gil="released")
def imread(uri: Any, *, index: Any = ..., plugin: str | None = None, extension: str | None = None, format_hint: str | None = None, **kwargs: Any) -> Any: ...
@blocks("file")
@computes(cost="unbounded", gil="released")
def imwrite(uri: Any, image: Any, *, plugin: str | None = None, extension: str | None = None, format_hint: str | None = None, **kwargs: Any) -> Any: ...
@blocks("file")
def imopen(uri: Any, io_mode: str, **kwargs: Any) -> Any: ...
