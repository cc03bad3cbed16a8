# source: https://pygithub.readthedocs.io/en/stable/github_objects/ContentFile.html   checked: 2.10
from .GithubObject import CompletableGithubObject

class ContentFile(CompletableGithubObject):
    name: str
