# source: https://keras.io/api/utils/   checked: 3.12
from typing import Any

@blocks("file")
@computes(cost="unbounded", gil="released")
def load_img(path: Any, color_mode: str = "rgb", target_size: Any = None, interpolation: str = "nearest", keep_aspect_ratio: bool = False) -> Any: ...
@computes(gil="released")
def img_to_array(img: Any, data_format: Any = None, dtype: Any = None) -> Any: ...
@blocks("network")
def get_file(fname: Any = None, origin: Any = None, **kwargs: Any) -> str: ...
