# source: https://portalocker.readthedocs.io/en/latest/portalocker.html   checked: 4.4
from .utils import BoundedSemaphore, Lock, NamedBoundedSemaphore, RLock, TemporaryFileLock, open_atomic
