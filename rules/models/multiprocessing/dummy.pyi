# source: https://docs.python.org/3/library/multiprocessing.html#module-multiprocessing.dummy   checked: 3.13
from multiprocessing.pool import ThreadPool
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore
from typing import Any

def Pool(processes: int | None = None, initializer: Any = None, initargs: Any = ()) -> ThreadPool: ...
