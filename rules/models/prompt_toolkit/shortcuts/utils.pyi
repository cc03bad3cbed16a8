# source: https://python-prompt-toolkit.readthedocs.io/en/stable/pages/printing_text.html   checked: 3.0
from typing import Any

def print_formatted_text(*args: Any, **kwargs: Any) -> None: ...
