# source: https://huggingface.co/docs/transformers/main_classes/model   checked: 4.57
from typing import Any, Self
from torch.nn.modules.module import Module
class PreTrainedModel(Module):
    config: Any
    device: Any
    @blocks("network", unless="local_files_only=True")
    @blocks("file", cost="unbounded")
    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path: Any, *model_args: Any, local_files_only: bool = False, **kwargs: Any) -> Self: ...
    @blocks("file", cost="unbounded")
    def save_pretrained(self, save_directory: Any, **kwargs: Any) -> None: ...
    @computes(cost="unbounded", gil="released")
    def generate(self, inputs: Any = None, generation_config: Any = None, **kwargs: Any) -> Any: ...
    @blocks("network")
    def push_to_hub(self, repo_id: str, **kwargs: Any) -> str: ...
