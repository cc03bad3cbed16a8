# source: https://github.com/deedy5/ddgs   checked: 9.6
from .ddgs import DDGS
