# source: https://github.com/uiri/toml   checked: 0.10
from .decoder import load, loads
from .encoder import dump, dumps
