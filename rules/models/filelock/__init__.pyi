# source: https://py-filelock.readthedocs.io/en/latest/api.html   checked: 4.0
from ._api import BaseFileLock
from ._error import Timeout
from .asyncio import AsyncSoftFileLock, AsyncUnixFileLock, AsyncWindowsFileLock, BaseAsyncFileLock

class SoftFileLock(BaseFileLock): ...
class UnixFileLock(BaseFileLock): ...
class WindowsFileLock(BaseFileLock): ...
FileLock = UnixFileLock
AsyncFileLock = AsyncUnixFileLock
