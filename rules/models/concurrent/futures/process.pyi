# source: https://docs.python.org/3/library/concurrent.futures.html   checked: 3.13
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

class BrokenProcessPool(BrokenExecutor): ...
