# source: https://github.com/dwolfhub/zxcvbn-python   checked: 4.5
from typing import Any

@computes(gil="python")
def zxcvbn(password: str, user_inputs: list[str] | None = None, max_length: int = 72) -> dict[str, Any]: ...
