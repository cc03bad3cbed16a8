# source: https://github.com/mangiucugna/json_repair   checked: 0.61
from .json_repair import from_file, load, loads, repair_json
