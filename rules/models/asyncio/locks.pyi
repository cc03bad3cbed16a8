# source: https://docs.python.org/3/library/asyncio.html   checked: 3.13
import sys
from asyncio import BoundedSemaphore, Condition, Event, Lock, Semaphore
if sys.version_info >= (3, 11):
    from asyncio import Barrier
