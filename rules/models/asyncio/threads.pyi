# source: https://docs.python.org/3/library/asyncio.html   checked: 3.13
import sys
if sys.version_info >= (3, 9):
    from asyncio import to_thread
