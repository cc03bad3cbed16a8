# source: https://github.com/Tinche/aiofiles   checked: 25.1
from .base import AiofilesContextManager
from .threadpool.binary import AsyncBufferedReader

@mutates
def NamedTemporaryFile(
    mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, loop=None,
    executor=None
) -> AiofilesContextManager[AsyncBufferedReader]: ...

@mutates
def SpooledTemporaryFile(
    max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, loop=None,
    executor=None
) -> AiofilesContextManager[AsyncBufferedReader]: ...

@mutates
def TemporaryDirectory(suffix=None, prefix=None, dir=None, loop=None, executor=None) -> AiofilesContextManager[str]: ...

@mutates
def TemporaryFile(
    mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, loop=None, executor=None
) -> AiofilesContextManager[AsyncBufferedReader]: ...
