# source: https://huggingface.co/docs/transformers/main_classes/pipelines   checked: 4.57
from typing import Any

class Pipeline:
    model: Any
    tokenizer: Any
    @computes(cost="unbounded", gil="released")
    def __call__(self, inputs: Any, *args: Any, **kwargs: Any) -> Any: ...
    @blocks("file", cost="unbounded")
    def save_pretrained(self, save_directory: Any, **kwargs: Any) -> None: ...
@blocks("network")
@blocks("file", cost="unbounded")
def pipeline(task: Any = None, model: Any = None, config: Any = None, tokenizer: Any = None, **kwargs: Any) -> Pipeline: ...
