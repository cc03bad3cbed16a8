# source: https://pillow.readthedocs.io/en/stable/reference/ImageGrab.html   checked: 12.3
from typing import Any
from .Image import Image
@computes(cost="unbounded", gil="released")
def grab(bbox: Any = None, include_layered_windows: bool = False, all_screens: bool = False, xdisplay: str | None = None, window: Any = None) -> Image: ...
