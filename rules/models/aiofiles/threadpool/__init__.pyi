# source: https://github.com/Tinche/aiofiles   checked: 25.1
from typing import Literal, overload
from .binary import AsyncBufferedIOBase, AsyncBufferedReader
from .text import AsyncTextIOWrapper
from ..base import AiofilesContextManager

@overload
@reads
def open(
    file, mode: Literal['r', 'rt']='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
    opener=None, *, loop=None, executor=None
) -> AiofilesContextManager[AsyncTextIOWrapper]: ...

@overload
@reads
def open(
    file, mode: Literal['rb'], buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *,
    loop=None, executor=None
) -> AiofilesContextManager[AsyncBufferedReader]: ...

@overload
@mutates
def open(
    file, mode: Literal['rb+', 'r+b', 'wb+', 'w+b', 'ab+', 'a+b', 'xb+', 'x+b'], buffering=-1, encoding=None,
    errors=None, newline=None, closefd=True, opener=None, *, loop=None, executor=None
) -> AiofilesContextManager[AsyncBufferedReader]: ...

@overload
@mutates
def open(
    file, mode: Literal['wb', 'ab', 'xb'], buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
    opener=None, *, loop=None, executor=None
) -> AiofilesContextManager[AsyncBufferedIOBase]: ...

@overload
@mutates
def open(
    file, mode: str, buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *,
    loop=None, executor=None
) -> AiofilesContextManager[AsyncTextIOWrapper]: ...
