# source: https://scikit-image.org/docs/stable/api/skimage.io.html   checked: 0.25
from typing import Any

@blocks("file")
@computes(cost="unbounded", gil="released")
def imread(fname: Any, as_gray: bool = False, **kwargs: Any) -> Any: ...
@blocks("file")
@computes(cost="unbounded", gil="released")
def imsave(fname: Any, arr: Any, **kwargs: Any) -> None: ...
