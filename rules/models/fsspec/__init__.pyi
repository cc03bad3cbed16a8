# source: https://filesystem-spec.readthedocs.io/en/latest/api.html   checked: 2026.9
from .core import get_fs_token_paths, open, open_files, open_local, url_to_fs
from .registry import filesystem
from .spec import AbstractFileSystem
