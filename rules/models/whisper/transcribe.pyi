# source: https://github.com/openai/whisper   checked: 20250625
from typing import Any
from .model import Whisper
@computes(cost="unbounded", gil="released")
def transcribe(model: Whisper, audio: Any, *, verbose: bool | None = None, **decode_options: Any) -> dict[str, Any]: ...
