# source: https://github.com/openai/whisper   checked: 20250625
from typing import Any
from torch.nn.modules.module import Module
class Whisper(Module):
    device: Any
    dims: Any
    @computes(cost="unbounded", gil="released")
    def transcribe(self, audio: Any, *, verbose: bool | None = None, **decode_options: Any) -> dict[str, Any]: ...
    @computes(cost="unbounded", gil="released")
    def decode(self, mel: Any, options: Any = ..., **kwargs: Any) -> Any: ...
    @computes(cost="unbounded", gil="released")
    def detect_language(self, mel: Any, tokenizer: Any = None) -> Any: ...
