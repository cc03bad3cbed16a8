# source: https://docs.python.org/3/library/fcntl.html   checked: 3.13
from typing import Any

LOCK_EX: int
LOCK_SH: int
LOCK_NB: int
LOCK_UN: int
F_GETFL: int
F_SETFL: int
F_GETFD: int
F_SETFD: int
FD_CLOEXEC: int
# flock() and lockf() wait or not by a flag that is a constant: left out, so that calling them is unknown.
def fcntl(fd: Any, cmd: int, arg: Any = 0, /) -> Any: ...
def ioctl(fd: Any, request: int, arg: Any = 0, mutate_flag: bool = True, /) -> Any: ...
