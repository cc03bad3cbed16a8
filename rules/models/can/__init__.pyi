# source: https://python-can.readthedocs.io/en/stable/api.html   checked: 4.5
from .bus import BusABC
from .interface import Bus, detect_available_configs
from .listener import AsyncBufferedReader, BufferedReader
from .notifier import Notifier
