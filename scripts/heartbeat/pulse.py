"""A loop with a heartbeat: how long it stands still while something runs."""

import asyncio
import concurrent.futures
import os
import threading
import time

STALL = 0.02
TRIES = 3


async def stands_still(act, expected=True):
    """Seconds by which the widest pause between two beats grows while `act()` is awaited.

    Where no stall is expected, one must be wider than what an idle loop shows for as long: other programs stall, too.
    """
    beats = [time.perf_counter()]

    async def beat():
        while True:
            await asyncio.sleep(0.001)
            beats.append(time.perf_counter())

    heart = asyncio.create_task(beat())
    await asyncio.sleep(0.008)
    control = widest(beats)
    quiet = len(beats) - 1
    try:
        began = time.perf_counter()
        await act()
        await asyncio.sleep(0.002)
        pause = widest(beats[quiet:])
        if not expected and pause - control > STALL:
            quiet = len(beats) - 1
            await asyncio.sleep(time.perf_counter() - began)
            control = max(control, widest(beats[quiet:]))
    finally:
        heart.cancel()
    return pause - control


def widest(beats):
    return max((after - before for before, after in zip(beats, beats[1:])), default=0.0)


def on_the_loop(call):
    async def act():
        call()

    return act


def in_a_thread(call):
    async def act():
        # What raises StopIteration cannot tell so through a future.
        await asyncio.to_thread(lambda: (call(), None)[1])

    return act


def in_a_process(call):
    executor = pool()

    async def act():
        await asyncio.get_running_loop().run_in_executor(executor, call)

    return act


_pools = []


def pool():
    """Started once, and before the heartbeat, which a fork would disturb."""
    if not _pools:
        _pools.append(concurrent.futures.ProcessPoolExecutor(1))
    _pools[0].submit(int).result()
    return _pools[0]


def leave_with(parent):
    """Its parent may end without a word."""

    def watch():
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def judged(make, way, expected):
    """Whether it stalls. A busy machine may delay any heart, so a verdict that is not expected is asked for again."""
    for _ in range(TRIES):
        with make() as stage:
            stalls = asyncio.run(started(stage, way, expected)) > STALL
        if stalls == expected:
            break
    return stalls


async def started(stage, way, expected):
    asyncio.get_running_loop().set_default_executor(concurrent.futures.ThreadPoolExecutor(8))
    act = way(stage.call)
    stage.start()
    return await stands_still(act, expected)
