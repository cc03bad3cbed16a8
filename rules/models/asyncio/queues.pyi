# source: https://docs.python.org/3/library/asyncio.html   checked: 3.13
from asyncio import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
