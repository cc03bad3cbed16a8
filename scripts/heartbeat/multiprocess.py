"""multiprocessing: what another process holds, sends or still does."""

import multiprocessing
import multiprocessing.connection
import multiprocessing.pool
import os
import signal
import threading
import time
from functools import partial

from .stage import LATE

FORK = multiprocessing.get_context("fork")
LARGE = bytes(1 << 17)


def pipe(call):
    def prepare(stage):
        near, far = FORK.Pipe()
        stage.close(near)
        stage.close(far)
        stage.later(lambda: far.send_bytes(b"\x80\x04K\x01."))
        return partial(call, near)

    return prepare


def full(call):
    """The other end is read late, and holds less than is sent."""

    def prepare(stage):
        reader, writer = FORK.Pipe(duplex=False)
        stage.close(writer)
        stage.close(reader)
        stage.later(lambda: reader.recv_bytes())
        return partial(call, writer)

    return prepare


def listening(stage):
    there = stage.close(multiprocessing.connection.Listener())
    stage.later(lambda: stage.close(multiprocessing.connection.Client(there.address)))
    return lambda: stage.close(there.accept())


def calling(stage):
    """A listener that asks for a key, late."""
    there = stage.close(multiprocessing.connection.Listener(authkey=b"key"))
    stage.later(lambda: stage.close(there.accept()))
    return lambda: stage.close(multiprocessing.connection.Client(there.address, authkey=b"key"))


def queued(make):
    def prepare(stage):
        there = make()
        stage.later(partial(there.put, 1))
        return there.get

    return prepare


def putting(stage):
    there = FORK.SimpleQueue()
    stage.later(there.get)
    return partial(there.put, LARGE)


def finished(stage):
    there = FORK.JoinableQueue()
    there.put(1)
    there.get()
    stage.later(there.task_done)
    return there.join


def flushed(stage):
    """Its own thread cannot hand everything on yet."""
    there = FORK.Queue()
    reader = stage.close(open(os.dup(there._reader.fileno()), "rb"))
    there.put(LARGE)
    there.close()
    stage.later(reader.read)
    return there.join_thread


def taken(stage):
    there = FORK.Lock()
    there.acquire()
    stage.later(there.release)
    return there.acquire


def condition(call):
    def prepare(stage):
        there = FORK.Condition()
        happened = []

        def tell():
            with there:
                happened.append(True)
                there.notify_all()

        stage.later(tell)

        def wait():
            with there:
                call(there, happened)

        return wait

    return prepare


def event(stage):
    there = FORK.Event()
    stage.later(there.set)
    return there.wait


def barrier(stage):
    there = FORK.Barrier(2)
    stage.later(there.wait)
    return there.wait


def joined(stage):
    process = FORK.Process(target=time.sleep, args=(LATE * 2,))
    process.start()
    return process.join


SPAWN = multiprocessing.get_context("spawn")


def by_default(call):
    """Spawned, whatever the default is: a new interpreter answers late."""

    def prepare(stage):
        stage.attribute(multiprocessing.context._default_context, "_actual_context", SPAWN)
        return lambda: stage.enter(call())

    return prepare


def new_pool(make):
    return make(1, len, (bytes(1 << 22),))


def stuck_pool(call):
    """Its process is stopped, and goes on late."""

    def prepare(stage):
        there = stage.enter(FORK.Pool(1))
        process = there._pool[0].pid
        os.kill(process, signal.SIGSTOP)
        stage.later(lambda: os.kill(process, signal.SIGCONT))
        return partial(call, there)

    return prepare


def sent_to_child(stage):
    """A new interpreter reads its arguments late, and they are more than a pipe holds."""
    process = multiprocessing.get_context("spawn").Process(target=len, args=(bytes(1 << 22),))
    stage.stack.callback(lambda: (process.join(), process.close()))
    return process.start


def working(call):
    """Threads instead of processes: the same class, and nothing to fork beside a heartbeat."""

    def prepare(stage):
        there = stage.enter(multiprocessing.pool.ThreadPool(1))
        begun = threading.Event()
        stage.at_start(begun.set)
        return partial(call, there, lambda _=None: (begun.wait(), time.sleep(LATE)))

    return prepare


def closing(stage):
    there = multiprocessing.pool.ThreadPool(1)
    there.apply_async(time.sleep, [LATE * 2])
    there.close()
    return there.join


def submitted(stage, method):
    there = stage.enter(multiprocessing.pool.ThreadPool(1))
    begun = threading.Event()
    stage.at_start(begun.set)

    def nap(_=None):
        begun.wait()
        time.sleep(LATE)

    if method in ("get", "wait"):
        return getattr(there.apply_async(nap), method)
    return getattr(there.imap(nap, [1]), method)


QUICK = {
    "multiprocessing.connection._ConnectionBase.recv": pipe(lambda c: c.recv()),
    "multiprocessing.connection._ConnectionBase.recv_bytes": pipe(lambda c: c.recv_bytes()),
    "multiprocessing.connection._ConnectionBase.recv_bytes_into": pipe(lambda c: c.recv_bytes_into(bytearray(9))),
    "multiprocessing.connection._ConnectionBase.poll": pipe(lambda c: c.poll(None)),
    "multiprocessing.connection.wait": pipe(lambda c: multiprocessing.connection.wait([c])),
    "multiprocessing.connection._ConnectionBase.send": full(lambda c: c.send(LARGE)),
    "multiprocessing.connection._ConnectionBase.send_bytes": full(lambda c: c.send_bytes(LARGE)),
    "multiprocessing.connection.Listener.accept": listening,
    "multiprocessing.connection.Client": calling,
    "multiprocessing.queues.Queue.get": queued(FORK.Queue),
    "multiprocessing.queues.SimpleQueue.get": queued(FORK.SimpleQueue),
    "multiprocessing.queues.SimpleQueue.put": putting,
    "multiprocessing.queues.JoinableQueue.join": finished,
    "multiprocessing.queues.Queue.join_thread": flushed,
    "multiprocessing.synchronize.SemLock.acquire": taken,
    "multiprocessing.synchronize.Condition.wait": condition(lambda there, happened: there.wait()),
    "multiprocessing.synchronize.Condition.wait_for": condition(
        lambda there, happened: there.wait_for(lambda: happened)),
    "multiprocessing.synchronize.Event.wait": event,
    "multiprocessing.synchronize.Barrier.wait": barrier,
    "multiprocessing.process.BaseProcess.join": joined,
    "multiprocessing.process.BaseProcess.start": sent_to_child,
    "multiprocessing.Manager": by_default(lambda: multiprocessing.Manager()),
    "multiprocessing.context.BaseContext.Manager": by_default(SPAWN.Manager),
    "multiprocessing.Pool": by_default(lambda: new_pool(multiprocessing.Pool)),
    "multiprocessing.context.BaseContext.Pool": by_default(lambda: new_pool(SPAWN.Pool)),
    "multiprocessing.pool.Pool.__init__": by_default(lambda: new_pool(multiprocessing.pool.Pool)),
    "multiprocessing.pool.Pool.terminate": stuck_pool(lambda there: there.terminate()),
    "multiprocessing.pool.Pool.__exit__": stuck_pool(lambda there: there.__exit__(None, None, None)),
    "multiprocessing.pool.Pool.apply": working(lambda there, nap: there.apply(nap)),
    "multiprocessing.pool.Pool.map": working(lambda there, nap: there.map(nap, [1])),
    "multiprocessing.pool.Pool.starmap": working(lambda there, nap: there.starmap(nap, [(1,)])),
    "multiprocessing.pool.Pool.join": closing,
    "multiprocessing.pool.AsyncResult.get": lambda stage: submitted(stage, "get"),
    "multiprocessing.pool.AsyncResult.wait": lambda stage: submitted(stage, "wait"),
    "multiprocessing.pool.IMapIterator.__next__": lambda stage: submitted(stage, "__next__"),
    "multiprocessing.pool.IMapIterator.next": lambda stage: submitted(stage, "next"),
}
SIZED = {}
