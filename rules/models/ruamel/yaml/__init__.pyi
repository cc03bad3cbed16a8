# source: https://yaml.dev/doc/ruamel.yaml/   checked: 0.18
from .main import YAML
