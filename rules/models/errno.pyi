# source: https://docs.python.org/3/library/errno.html   checked: 3.13
from typing import Any

errorcode: dict[int, str]
EAGAIN: int
EWOULDBLOCK: int
EEXIST: int
ENOENT: int
EACCES: int
EINTR: int
EINVAL: int
EPIPE: int
ECONNREFUSED: int
ECONNRESET: int
ETIMEDOUT: int
EADDRINUSE: int
ENOSPC: int
EPERM: int
ENOTDIR: int
EISDIR: int
EXDEV: int
EINPROGRESS: int
