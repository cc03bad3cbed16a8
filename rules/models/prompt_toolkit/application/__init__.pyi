# source: https://python-prompt-toolkit.readthedocs.io/en/stable/pages/reference.html   checked: 3.0
from .application import Application
