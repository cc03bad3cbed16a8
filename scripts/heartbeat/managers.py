"""multiprocessing.managers: objects that another process keeps, and the life of that process."""

import multiprocessing.managers
import os
import signal
import time
from functools import partial

from .multiprocess import FORK
from .stage import LATE


class Slow:
    """What a manager looks after; every call of it takes its time."""

    def __init__(self):
        self.value = 1

    def nap(self, *_):
        time.sleep(LATE)
        return 1

    __getitem__ = __setitem__ = __contains__ = __len__ = get = nap


class Manager(multiprocessing.managers.SyncManager):
    pass


def slowly():
    time.sleep(LATE)
    return Slow()


NAMES = ("dict", "list", "Namespace", "Queue", "JoinableQueue", "Lock", "RLock", "Event", "Value")
METHODS = ("__getitem__", "__setitem__", "__contains__", "__len__", "get", "nap")
Manager.register("slow", Slow, exposed=METHODS)


def manager(stage, kind=Manager):
    there = kind(ctx=FORK)
    there.start()
    stage.stack.callback(there.shutdown)
    return there


def proxy(call):
    return lambda stage: partial(call, manager(stage).slow())


def creating(name):
    """The manager's process makes the object, and takes its time."""

    def prepare(stage):
        class Late(multiprocessing.managers.SyncManager):
            pass

        Late.register(name, lambda *_: slowly(), exposed=METHODS)
        return getattr(manager(stage, Late), name)

    return prepare


def shared(stage):
    there = multiprocessing.managers.SharedMemoryManager(ctx=FORK)
    there.start()
    stage.stack.callback(there.shutdown)
    server = there._process.pid
    os.kill(server, signal.SIGSTOP)
    stage.stack.callback(os.kill, server, signal.SIGCONT)
    stage.later(lambda: os.kill(server, signal.SIGCONT))
    return partial(there.SharedMemory, 8)


def starting(stage):
    """The manager's process prepares itself before it answers."""
    there = multiprocessing.managers.SyncManager(ctx=FORK)
    stage.stack.callback(lambda: there.shutdown())
    return partial(there.start, time.sleep, [LATE])


def reaching(stage):
    there = manager(stage)
    process = there._process.pid
    other = multiprocessing.managers.SyncManager(there.address, there._authkey)
    os.kill(process, signal.SIGSTOP)
    stage.stack.callback(os.kill, process, signal.SIGCONT)
    stage.later(lambda: os.kill(process, signal.SIGCONT))
    # Left to be collected, the manager would shut down at once.
    return lambda: (other.connect(), there)


def stopped(call):
    """Its process is stopped, and goes on late."""

    def prepare(stage):
        there = manager(stage)
        process = there._process.pid
        os.kill(process, signal.SIGSTOP)
        stage.later(lambda: os.kill(process, signal.SIGCONT))
        return partial(call, there)

    return prepare


def manager_joined(stage):
    there = manager(stage)
    stage.later(there.shutdown)
    return there.join


QUICK = {
    "multiprocessing.managers.BaseManager.start": starting,
    "multiprocessing.managers.BaseManager.connect": reaching,
    "multiprocessing.managers.BaseManager.join": manager_joined,
    "multiprocessing.managers.BaseManager.shutdown": stopped(lambda there: there.shutdown()),
    "multiprocessing.managers.BaseManager.__exit__": stopped(lambda there: there.__exit__(None, None, None)),
    **{"multiprocessing.managers.SyncManager." + name: creating(name) for name in NAMES},
    "multiprocessing.managers._Proxy.__getitem__": proxy(lambda there: there[0]),
    "multiprocessing.managers._Proxy.__setitem__": proxy(lambda there: there.__setitem__(0, 1)),
    "multiprocessing.managers._Proxy.__contains__": proxy(lambda there: there.__contains__(0)),
    "multiprocessing.managers._Proxy.__len__": proxy(lambda there: there.__len__()),
    "multiprocessing.managers._Proxy.__getattr__": proxy(lambda there: there.nap()),
    "multiprocessing.managers._QueueProxy.get": proxy(lambda there: there.get()),
    "multiprocessing.managers._QueueProxy.__getattr__": proxy(lambda there: there.nap()),
    "multiprocessing.managers.SharedMemoryManager.SharedMemory": shared,
}
SIZED = {}
