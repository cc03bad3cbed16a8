# source: https://docs.pytorch.org/vision/stable/models.html   checked: 0.24
from typing import Any
from torch.nn.modules.module import Module
@computes(gil="released")
@blocks("network", unless="weights=None")
def resnet18(*, weights: Any = None, progress: bool = True, **kwargs: Any) -> Module: ...
@computes(gil="released")
@blocks("network", unless="weights=None")
def resnet50(*, weights: Any = None, progress: bool = True, **kwargs: Any) -> Module: ...
@computes(gil="released")
@blocks("network", unless="weights=None")
def mobilenet_v3_small(*, weights: Any = None, progress: bool = True, **kwargs: Any) -> Module: ...
@computes(gil="released")
@blocks("network", unless="weights=None")
def efficientnet_b0(*, weights: Any = None, progress: bool = True, **kwargs: Any) -> Module: ...
@computes(gil="released")
@blocks("network", unless="weights=None")
def vit_b_16(*, weights: Any = None, progress: bool = True, **kwargs: Any) -> Module: ...
