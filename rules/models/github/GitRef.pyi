# source: https://pygithub.readthedocs.io/en/stable/github_objects/GitRef.html   checked: 2.10
from typing import Any
from .GithubObject import CompletableGithubObject

class GitRef(CompletableGithubObject):
    @blocks("network")
    def delete(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    def edit(self, *args: Any, **kwargs: Any) -> None: ...
