# source: https://pygithub.readthedocs.io/en/stable/   checked: 2.10
from . import Auth
from .GithubIntegration import GithubIntegration
from .MainClass import Github
