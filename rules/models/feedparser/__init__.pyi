# source: https://feedparser.readthedocs.io/en/latest/   checked: 6.0
from .api import parse
