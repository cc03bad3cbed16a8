# source: https://pygithub.readthedocs.io/en/stable/utilities.html   checked: 2.10
from typing import Any, Self

class CompletableGithubObject:
    @blocks("network")
    def complete(self) -> Self: ...
    @blocks("network")
    def update(self, additional_headers: Any = None) -> bool: ...
