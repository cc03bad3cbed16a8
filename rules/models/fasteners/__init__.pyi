# source: https://fasteners.readthedocs.io/en/latest/   checked: 0.20
from .lock import ReaderWriterLock
from .process_lock import InterProcessLock, InterProcessReaderWriterLock
