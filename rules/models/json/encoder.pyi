# source: https://docs.python.org/3/library/json.html   checked: 3.13
from json import JSONEncoder
