"""One process that runs entries one after another, as its standard input names them."""

import asyncio
import contextlib
import faulthandler
import json
import os
import signal
import warnings

from . import advice, areas
from .pulse import in_a_process, in_a_thread, judged, leave_with, on_the_loop, pool
from .stage import Stage

PATIENCE = 30


def serve():
    # What the entries print must not mix with the answers.
    answers = os.fdopen(os.dup(1), "w")
    questions = os.fdopen(os.dup(0))
    with open(os.devnull, "r+b", buffering=0) as nothing:
        for descriptor in (0, 1):
            os.dup2(nothing.fileno(), descriptor)
    warnings.simplefilter("ignore")
    parent = os.getpid()
    # What is forked must neither keep the answers open nor outlive this process.
    os.register_at_fork(after_in_child=lambda: (os.close(answers.fileno()), leave_with(parent)))
    # Every thread inherits it: what waits for a signal must not race with threads that would die of it.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    # Forked while there is one thread: what another one holds is held for ever in a fork.
    pool()
    for line in questions:
        name, held, advised = json.loads(line)
        faulthandler.dump_traceback_later(PATIENCE, exit=True)
        answers.write(json.dumps(answer(name, held, advised)) + "\n")
        answers.flush()
        faulthandler.cancel_dump_traceback_later()
    # Threads that still wait must not keep the process.
    os._exit(0)


def answer(name, held, advised):
    """`stalls` on the loop, `advice_stalls` off it; or what kept it from running."""
    try:
        if name in advice.WAYS:
            return {"stalls": judged(lambda: Stage(advice.WAYS[name]), lambda call: call, False)}
        cases = areas.cases()
        if name in areas.RAISES:
            return {"raises": raises(cases[name])}
        found = {"stalls": judged(lambda: Stage(cases[name]), on_the_loop, True)}
        if advised and name not in areas.LOOP_ONLY:
            way = in_a_process if held else in_a_thread
            found["advice_stalls"] = judged(lambda: Stage(cases[name]), way, False)
        if advised and held:
            found["thread_stalls"] = judged(lambda: Stage(cases[name]), in_a_thread, True)
        return found
    except (ImportError, AttributeError) as error:
        return {"absent": "%s: %s" % (type(error).__name__, error)}
    except BaseException as error:
        return {"error": "%s: %s" % (type(error).__name__, error), "trace": trace(error)}


def raises(prepare):
    refusals = []

    async def refused(call):
        try:
            call()
        except RuntimeError as error:
            refusals.append(error)

    # Some versions forget that the loop runs, and cannot end it in good order.
    with Stage(prepare) as stage, contextlib.suppress(RuntimeError):
        asyncio.run(refused(stage.call))
    if not refusals:
        raise AssertionError("does not raise on a running loop")
    return True


def trace(error):
    import traceback

    return "".join(traceback.format_exception(error)[-6:])
