# source: https://tomlkit.readthedocs.io/en/latest/   checked: 0.13
from .api import dump, dumps, load, loads, parse
