# source: https://huggingface.co/docs/accelerate/package_reference/accelerator   checked: 1.15
from .accelerator import Accelerator
from .big_modeling import cpu_offload, disk_offload, dispatch_model, init_empty_weights, load_checkpoint_and_dispatch
