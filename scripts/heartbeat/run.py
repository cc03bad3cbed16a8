"""Every entry once: handed to worker processes, and its row of the table."""

import json
import os
import subprocess
import sys
import threading
from collections import deque
from functools import partial

from . import advice, apart, areas
from .table import Row

SCRIPT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "heartbeat.py")
THREAD = "asyncio.to_thread"
PROCESS = "ProcessPoolExecutor"
WAITING = 8  # workers beside one another, where what is run only waits


def rows(entries, quick_only):
    """Rows in the order of the entries, and what could not be heard from a worker.

    A quick run takes the advice for one entry of each class or module: the others leave the loop in the same way.
    """
    uses = sorted({use for entry in entries.values() for use in entry.uses if use in advice.WAYS})
    quick = [name for name in entries if name in areas.quick() or name in areas.RAISES]
    alone = {name.rpartition(".")[0]: name for name in quick}.values() if quick_only else entries
    ask = partial(asked, entries=entries, advised=set(alone))
    answers = ask(uses + quick, count=WAITING)
    if not quick_only:
        answers.update(ask([name for name in entries if name in areas.sized()], count=2))
    # A machine that is busy with all of them says little about a surprise: those again, with nothing beside them.
    answers.update(ask([name for name in answers if surprises(answers[name], name in uses)], count=1))
    found = []
    faults = ["use=%s: %s" % (use, answers[use]) for use in uses if answers[use] != {"stalls": False}]
    for name, entry in entries.items():
        row = row_of(entry, answers)
        if row is not None:
            found.append(row)
        if name not in areas.cases() and entry.cost != "micro" and apart.reason(name) is None:
            faults.append("%s: has neither a case nor a reason" % name)
        if "error" in answers.get(name, {}):
            faults.append("%s: %s" % (name, answers[name]["error"]))
            if "HEARTBEAT_TRACE" in os.environ:
                faults.append(answers[name]["trace"])
        if answers.get(name, {}).get("thread_stalls") is False:
            faults.append("%s: the model says that it keeps the GIL, but a thread does not stall" % name)
    return found, faults


def surprises(answer, is_advice):
    if "absent" in answer or "raises" in answer:
        return False
    return answer.get("stalls", is_advice) == is_advice or bool(answer.get("advice_stalls"))


def row_of(entry, answers):
    """None for what is not there in this Python, or left out of a quick run."""
    answer = answers.get(entry.name)
    stated = (entry.name, entry.kind, entry.cost)
    if answer is None:
        if entry.name in areas.cases():
            return None
        reason = "micro" if entry.cost == "micro" else "not run: %s" % apart.reason(entry.name)
        return Row(*stated, reason, "", "")
    if "raises" in answer:
        return Row(*stated, "raises", "await", "does not stall")
    if "stalls" not in answer:
        return None
    ways = sorted(use for use in entry.uses if use in advice.WAYS)
    stalls = any(answers[use].get("stalls") for use in ways)
    if "advice_stalls" in answer:
        ways.append(PROCESS if entry.held else THREAD)
        stalls = stalls or answer["advice_stalls"]
    elif entry.name not in areas.LOOP_ONLY:
        return Row(*stated, verdict(answer["stalls"]), None, None)
    if not ways:
        return Row(*stated, verdict(answer["stalls"]), "none: the GIL is kept", "")
    return Row(*stated, verdict(answer["stalls"]), ", ".join(dict.fromkeys(ways)), verdict(stalls))


def verdict(stalls):
    return "stalls" if stalls else "does not stall"


def asked(names, count, entries, advised):
    waiting = deque(names)
    answers = {}

    def serve():
        worker = None
        while waiting:
            name = waiting.popleft()
            worker = worker or started()
            held = name in entries and entries[name].held
            try:
                worker.stdin.write(json.dumps([name, held, name in advised]) + "\n")
                worker.stdin.flush()
                line = worker.stdout.readline()
            except BrokenPipeError:
                line = ""
            answers[name] = json.loads(line) if line else {"error": "does not return", "trace": ""}
            if not line:
                worker = end(worker)
        if worker:
            end(worker)

    threads = [threading.Thread(target=serve) for _ in range(min(count, len(names)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def started():
    noise = None if "HEARTBEAT_TRACE" in os.environ else subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, SCRIPT, "--worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=noise, text=True)


def end(worker):
    worker.stdin.close()
    try:
        worker.wait(5)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
    worker.stdout.close()
