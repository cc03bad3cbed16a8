# source: https://github.com/NaturalHistoryMuseum/pyzbar   checked: 0.1.9
from typing import Any

@computes(cost="unbounded", gil="released")
def decode(image: Any, symbols: Any = None) -> list[Any]: ...
