"""All areas as one: what only waits is quick, what needs large inputs is sized."""

from . import (
    archives, compressed, computing, databases, files, ftp, imap, mail, managers, modules, multiprocess, processes,
    reading, secure, sockets, system, threads, trees, web,
)

AREAS = (
    archives, compressed, computing, databases, files, ftp, imap, mail, managers, modules, multiprocess, processes,
    reading, secure, sockets, system, threads, trees, web,
)
RAISES = threads.RAISES
# No thread is an advice here: signals are for the main thread, and the others keep the GIL while they wait.
LOOP_ONLY = {"signal.pause", "os.posix_spawn", "os.posix_spawnp", "ctypes.CDLL.__init__", "mmap.mmap.flush"}


def quick():
    return merged("QUICK")


def sized():
    return merged("SIZED")


def cases():
    return {**quick(), **sized()}


def merged(kind):
    return {name: prepare for area in AREAS for name, prepare in getattr(area, kind).items()}
