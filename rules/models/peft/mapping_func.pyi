# source: https://huggingface.co/docs/peft/package_reference/peft_model   checked: 0.21
from typing import Any
from .peft_model import PeftModel

@computes(cost="unbounded", gil="released")
def get_peft_model(*args: Any, **kwargs: Any) -> PeftModel: ...
