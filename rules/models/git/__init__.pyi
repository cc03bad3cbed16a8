# source: https://gitpython.readthedocs.io/en/stable/reference.html   checked: 3.1
from .cmd import Git
from .remote import Remote
from .repo.base import Repo
