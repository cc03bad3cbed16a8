# source: https://charset-normalizer.readthedocs.io/en/latest/   checked: 3.4
from .api import from_bytes, from_fp, from_path, is_binary
from .legacy import detect
