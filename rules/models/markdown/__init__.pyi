# source: https://python-markdown.github.io/reference/   checked: 3.11
from .core import Markdown, markdown, markdownFromFile
