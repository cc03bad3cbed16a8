# source: https://huggingface.co/docs/peft/package_reference/peft_model   checked: 0.21
from .mapping_func import get_peft_model
from .peft_model import PeftModel
