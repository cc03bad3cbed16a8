# source: https://github.com/Tinche/aiofiles   checked: 25.1
from . import tempfile as tempfile
from .threadpool import open as open
