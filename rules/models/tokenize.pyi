# source: https://docs.python.org/3/library/tokenize.html   checked: 3.13
from io import TextIOWrapper
from typing import Any, Iterator

@blocks("file", cost="bounded")
def open(filename: Any) -> TextIOWrapper: ...
@computes(cost="micro", gil="python")
@runs("readline")
def tokenize(readline: Any) -> Iterator[Any]: ...
@computes(cost="micro", gil="python")
@runs("readline")
def generate_tokens(readline: Any) -> Iterator[Any]: ...
@runs("readline")
def detect_encoding(readline: Any) -> tuple[str, list[bytes]]: ...
