# source: https://pygithub.readthedocs.io/en/stable/github_objects/Installation.html   checked: 2.10
from typing import Any
from .MainClass import Github
from .PaginatedList import PaginatedList
from .Repository import Repository

class Installation:
    def get_github_for_installation(self, *args: Any, **kwargs: Any) -> Github: ...
    def get_repos(self, *args: Any, **kwargs: Any) -> PaginatedList[Repository]: ...
