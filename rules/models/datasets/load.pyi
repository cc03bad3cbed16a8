# source: https://huggingface.co/docs/datasets/package_reference/loading_methods   checked: 5.0
from typing import Any
from .arrow_dataset import Dataset
from .dataset_dict import DatasetDict

@blocks("network")
def load_dataset(*args: Any, **kwargs: Any) -> Dataset | DatasetDict: ...
@blocks("network")
def load_dataset_builder(*args: Any, **kwargs: Any) -> Any: ...
@blocks("file")
def load_from_disk(*args: Any, **kwargs: Any) -> Dataset | DatasetDict: ...
