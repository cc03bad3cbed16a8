# source: https://python-markdown.github.io/reference/   checked: 3.10
from .core import Markdown, markdown, markdownFromFile
