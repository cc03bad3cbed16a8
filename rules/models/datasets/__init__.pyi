# source: https://huggingface.co/docs/datasets/package_reference/main_classes   checked: 5.0
from .arrow_dataset import Dataset
from .combine import concatenate_datasets, interleave_datasets
from .dataset_dict import DatasetDict
from .inspect import get_dataset_config_info, get_dataset_config_names, get_dataset_infos, get_dataset_split_names
from .iterable_dataset import IterableDataset
from .load import load_dataset, load_dataset_builder, load_from_disk
