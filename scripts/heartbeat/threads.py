"""Locks, queues, threads, futures and schedulers, where another thread holds what is waited for."""

import _thread
import asyncio
import concurrent.futures
import logging.handlers
import queue
import sched
import threading
import time
from functools import partial

from .stage import LATE


def taken(make, call):
    """Another thread has it, and gives it back late."""

    def prepare(stage):
        lock = make()
        held = threading.Event()
        begun = threading.Event()

        def hold():
            lock.acquire()
            held.set()
            begun.wait()
            time.sleep(LATE)
            lock.release()

        threading.Thread(target=hold, daemon=True).start()
        held.wait()
        stage.at_start(begun.set)
        return partial(call, lock)

    return prepare


def acquire(lock):
    lock.acquire()
    lock.release()


def acquire_lock(lock):
    lock.acquire_lock()
    lock.release()


def condition(call):
    def prepare(stage):
        there = threading.Condition()
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
    there = threading.Event()
    stage.later(there.set)
    return there.wait


def barrier(stage):
    there = threading.Barrier(2)
    stage.later(there.wait)
    return there.wait


def joined(stage):
    begun = threading.Event()
    thread = threading.Thread(target=lambda: (begun.wait(), time.sleep(LATE)), daemon=True)
    thread.start()
    stage.at_start(begun.set)
    return thread.join


def filled(make):
    def prepare(stage):
        there = make()
        stage.later(partial(there.put, 1))
        return there.get

    return prepare


def finished(stage):
    there = queue.Queue()
    there.put(1)
    stage.later(there.task_done)
    return there.join


def scheduled(stage):
    scheduler = sched.scheduler()
    scheduler.enter(LATE, 1, int)
    return scheduler.run


def future(call):
    def prepare(stage):
        there = concurrent.futures.Future()
        stage.later(partial(there.set_result, 1))
        return partial(call, there)

    return prepare


def executor(call):
    """A pool with one thing to do, which takes its time."""

    def prepare(stage):
        begun = threading.Event()
        there = concurrent.futures.ThreadPoolExecutor(1)
        results = there.map(lambda _: (begun.wait(), time.sleep(LATE)), [1])
        stage.at_start(begun.set)
        return partial(call, there, results)

    return prepare


def on_another_loop(call):
    def prepare(stage):
        loop = asyncio.new_event_loop()
        threading.Thread(target=loop.run_forever, daemon=True).start()
        stage.stack.callback(loop.call_soon_threadsafe, loop.stop)
        return lambda: call(asyncio.run_coroutine_threadsafe(asyncio.sleep(LATE), loop))

    return prepare


def listener(stage):
    """Its thread is in the middle of a record."""

    class Slow(logging.Handler):
        def emit(self, record):
            time.sleep(LATE)

    there = logging.handlers.QueueListener(queue.Queue(), Slow())
    there.start()
    stage.at_start(partial(there.queue.put, logging.makeLogRecord({})))
    return there.stop


def raising(call):
    """Never awaited, since the loop is refused before."""

    def prepare(stage):
        async def late():
            await asyncio.sleep(LATE)

        coroutine = late()
        stage.stack.callback(coroutine.close)
        return partial(call, coroutine)

    return prepare


def running(coroutine):
    with asyncio.Runner() as runner:
        runner.run(coroutine)


RAISES = {
    "asyncio.run": raising(asyncio.run),
    "asyncio.Runner.run": raising(running),
    "asyncio.AbstractEventLoop.run_until_complete": raising(
        lambda coroutine: asyncio.get_running_loop().run_until_complete(coroutine)),
    "asyncio.AbstractEventLoop.run_forever": raising(lambda _: asyncio.get_running_loop().run_forever()),
}
QUICK = {
    **RAISES,
    "time.sleep": lambda stage: partial(time.sleep, LATE),
    "_thread.LockType.acquire": taken(_thread.allocate_lock, acquire),
    "_thread.LockType.acquire_lock": taken(_thread.allocate_lock, acquire_lock),
    "threading.Lock.acquire": taken(threading.Lock, acquire),
    "threading.Lock.acquire_lock": taken(threading.Lock, acquire_lock),
    "threading._RLock.acquire": taken(threading.RLock, acquire),
    "threading.Condition.acquire": taken(threading.Condition, acquire),
    "threading.Semaphore.acquire": taken(threading.Semaphore, acquire),
    "threading.Condition.wait": condition(lambda there, happened: there.wait()),
    "threading.Condition.wait_for": condition(lambda there, happened: there.wait_for(lambda: happened)),
    "threading.Event.wait": event,
    "threading.Barrier.wait": barrier,
    "threading.Thread.join": joined,
    "queue.Queue.get": filled(queue.Queue),
    "queue.SimpleQueue.get": filled(queue.SimpleQueue),
    "queue.Queue.join": finished,
    "sched.scheduler.run": scheduled,
    "concurrent.futures.Future.result": future(lambda there: there.result()),
    "concurrent.futures.Future.exception": future(lambda there: there.exception()),
    "concurrent.futures.wait": future(lambda there: concurrent.futures.wait([there])),
    "concurrent.futures.as_completed": future(lambda there: list(concurrent.futures.as_completed([there]))),
    "concurrent.futures._MapResults.__next__": executor(lambda there, results: next(results)),
    "concurrent.futures.Executor.__exit__": executor(lambda there, results: there.__exit__(None, None, None)),
    "concurrent.futures.Executor.shutdown": executor(lambda there, results: there.shutdown()),
    "asyncio.ConcurrentFuture.result": on_another_loop(lambda there: there.result()),
    "asyncio.ConcurrentFuture.exception": on_another_loop(lambda there: there.exception()),
    "logging.handlers.QueueListener.stop": listener,
}
SIZED = {}
