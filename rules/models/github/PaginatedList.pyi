# source: https://pygithub.readthedocs.io/en/stable/utilities.html   checked: 2.10
# The list asks for a page when an element of it is wanted.
from typing import Any, Generic, Iterator, TypeVar

T = TypeVar("T")

class PaginatedList(Generic[T]):
    @blocks("network")
    def __getitem__(self, index: Any) -> T: ...
    @blocks("network")
    def __iter__(self) -> Iterator[T]: ...
    @blocks("network")
    def get_page(self, page: int) -> list[T]: ...
    @blocks("network")
    @property
    def totalCount(self) -> int: ...
    @property
    def reversed(self) -> PaginatedList[T]: ...
