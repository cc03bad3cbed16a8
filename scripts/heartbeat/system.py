"""Standard input, shared libraries, programs that are asked for their answer, and other things of the machine."""

import code
import contextlib
import ctypes
import ctypes.util
import importlib.metadata
import importlib.resources
import mmap
import os
import platform
import stat
import sys
import zoneinfo
from functools import partial

from .stage import LATE
from .trees import tree

SIZE = 1 << 27


def typed(call):
    """A pipe stands for the person at the keyboard."""

    def prepare(stage):
        stage.attribute(sys, "stdin", stage.close(open(stage.pipe())))
        return call

    return prepare


def program(name, call):
    """A program of that name, first on the path, that answers late."""

    def prepare(stage):
        path = stage.file(b"#!/bin/sh\n/bin/sleep %s\n" % str(LATE).encode(), name)
        os.chmod(path, stat.S_IRWXU)
        before = os.environ["PATH"]
        os.environ["PATH"] = os.path.dirname(path) + os.pathsep + before
        stage.stack.callback(os.environ.__setitem__, "PATH", before)
        return call

    return prepare


def library(stage):
    path = stage.fifo(b"no library")

    def load():
        with contextlib.suppress(OSError):
            ctypes.CDLL(path)

    return load


def on_path(call):
    """A folder of many files, where packages are looked for."""

    def prepare(stage):
        folder = os.path.join(tree(stage), "inner")
        sys.path.insert(0, folder)
        stage.stack.callback(sys.path.remove, folder)
        importlib.invalidate_caches()

        def find():
            with contextlib.suppress(importlib.metadata.PackageNotFoundError):
                call()

        return find

    return prepare


def contents(stage):
    folder = os.path.join(tree(stage), "inner")
    with open(os.path.join(folder, "__init__.py"), "w"):
        pass
    sys.path.insert(0, os.path.dirname(folder))
    stage.stack.callback(sys.path.remove, os.path.dirname(folder))
    stage.stack.callback(sys.modules.pop, "inner", None)
    importlib.invalidate_caches()
    package = importlib.import_module("inner")
    return lambda: list(importlib.resources.contents(package))


def zones(stage):
    folder = tree(stage, 5000)
    stage.stack.callback(zoneinfo.reset_tzpath)
    zoneinfo.reset_tzpath(to=[folder])
    return zoneinfo.available_timezones


def mapped(stage):
    file = stage.close(open(stage.sparse(SIZE), "r+b"))
    memory = stage.close(mmap.mmap(file.fileno(), SIZE))
    memory.write(b"x" * SIZE)
    return memory.flush


QUICK = {
    "builtins.input": typed(input),
    "code.InteractiveConsole.raw_input": typed(lambda: code.InteractiveConsole().raw_input()),
    "sys._StandardInput.__next__": typed(lambda: next(sys.stdin)),
    "sys._StandardInput.read": typed(lambda: sys.stdin.read()),
    "sys._StandardInput.readline": typed(lambda: sys.stdin.readline()),
    "sys._StandardInput.readlines": typed(lambda: sys.stdin.readlines()),
    "ctypes.CDLL.__init__": library,
    "ctypes.util.find_library": program("gcc", lambda: ctypes.util.find_library("heartbeat-late")),
    "platform.architecture": program("file", platform.architecture),
    "platform.libc_ver": lambda stage: partial(platform.libc_ver, stage.fifo(b"no program")),
}
SIZED = {
    "importlib.metadata.distribution": on_path(lambda: importlib.metadata.distribution("heartbeat-late")),
    "importlib.metadata.distributions": on_path(lambda: list(importlib.metadata.distributions())),
    "importlib.metadata.entry_points": on_path(importlib.metadata.entry_points),
    "importlib.metadata.packages_distributions": on_path(importlib.metadata.packages_distributions),
    "importlib.resources.contents": contents,
    "zoneinfo.available_timezones": zones,
    "mmap.mmap.flush": mapped,
}
