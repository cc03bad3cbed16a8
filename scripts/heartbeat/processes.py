"""Child processes that take their time."""

import os
import pty
import subprocess
import time
from functools import partial

from .stage import LATE

NAP = ["sleep", str(LATE)]
SHELL = "sleep %s; echo late" % LATE


def shell(call):
    return lambda stage: partial(call, SHELL)


def piped(call, script=SHELL, **pipes):
    """A child with pipes; it starts to count when it is started, just before the heartbeat."""

    def prepare(stage):
        child = subprocess.Popen(["sh", "-c", "read go < %s; %s" % (gate(stage), script)], **pipes)
        stage.stack.callback(finish, child)
        return partial(call, child)

    return prepare


def gate(stage):
    """A path that can be read from once the stage has begun."""
    path = stage.path("gate")
    os.mkfifo(path)
    descriptor = os.open(path, os.O_RDWR)
    stage.stack.callback(os.close, descriptor)
    stage.at_start(lambda: os.write(descriptor, b"go\n"))
    return path


def finish(child):
    if child.poll() is None:
        child.kill()
    for end in (child.stdin, child.stdout):
        if end:
            try:
                end.close()
            except BrokenPipeError:
                pass
    child.wait()


def leaving(child):
    child.__exit__(None, None, None)


def reading(call):
    return piped(lambda child: call(child.stdout), stdout=subprocess.PIPE)


def writing(call, bufsize):
    """The child begins to read late, and a pipe holds no more than 64 KiB."""
    script = "sleep %s; cat > /dev/null" % LATE
    return piped(lambda child: call(child.stdin), script, stdin=subprocess.PIPE, bufsize=bufsize)


def flushing(stage):
    child = writing(lambda end: end, 1 << 18)(stage).args[0]
    child.stdin.write(bytes(1 << 17))
    return child.stdin.flush


def opened(call, mode="r", script=SHELL):
    def prepare(stage):
        there = os.popen("read go < %s; %s" % (gate(stage), script), mode)
        stage.close(there)
        return partial(call, there)

    return prepare


def full(there):
    there.write("x" * (1 << 18))
    there.flush()


def spawned(name):
    """With the mode that waits; the one that does not returns at once."""
    arguments = [NAP] if name.startswith("spawnv") else NAP
    program = NAP[0] if "p" in name[5:] else "/bin/sleep"
    environment = [dict(os.environ)] if name.endswith("e") else []
    return lambda stage: partial(getattr(os, name), os.P_WAIT, program, *arguments, *environment)


def posix(name):
    """The parent goes on once the child has opened its files, and one of them is a FIFO."""

    def prepare(stage):
        action = (os.POSIX_SPAWN_OPEN, 0, stage.fifo(), os.O_RDONLY, 0)

        def spawn():
            child = getattr(os, name)("/bin/true", ["true"], os.environ, file_actions=[action])
            stage.stack.callback(os.waitpid, child, 0)

        return spawn

    return prepare


def awaited(call):
    def prepare(stage):
        child = subprocess.Popen(NAP)
        # Reaped by the call itself.
        child.returncode = 0
        return partial(call, child.pid)

    return prepare


def on_terminal(stage):
    return partial(pty.spawn, NAP)


READS = {
    "__next__": lambda f: next(iter(f)), "read": lambda f: f.read(), "read1": lambda f: f.read1(),
    "readline": lambda f: f.readline(), "readlines": lambda f: f.readlines(),
}
QUICK = {
    "subprocess.run": lambda stage: partial(subprocess.run, NAP),
    "subprocess.call": lambda stage: partial(subprocess.call, NAP),
    "subprocess.check_call": lambda stage: partial(subprocess.check_call, NAP),
    "subprocess.check_output": lambda stage: partial(subprocess.check_output, NAP),
    "subprocess.getoutput": shell(subprocess.getoutput),
    "subprocess.getstatusoutput": shell(subprocess.getstatusoutput),
    "subprocess.Popen.__init__": lambda stage: lambda: subprocess.Popen(
        ["true"], preexec_fn=partial(time.sleep, LATE)).wait(),
    "subprocess.Popen.__exit__": piped(leaving),
    "subprocess.Popen.wait": piped(lambda child: child.wait()),
    "subprocess.Popen.communicate": piped(lambda child: child.communicate(), stdout=subprocess.PIPE),
    **{"subprocess._PipeEnd." + name: reading(call) for name, call in READS.items()},
    "subprocess._PipeStart.write": writing(lambda end: end.write(bytes(1 << 17)), 0),
    "subprocess._PipeStart.writelines": writing(lambda end: end.writelines([bytes(1 << 17)]), 0),
    "subprocess._PipeStart.flush": flushing,
    "os.system": lambda stage: partial(os.system, SHELL + " > /dev/null"),
    **{"os._PipedCommand." + name: opened(call) for name, call in READS.items() if not name.endswith("1")},
    "os._PipedCommand.__exit__": opened(leaving),
    "os._PipedCommand.close": opened(lambda there: there.close()),
    "os._PipedCommand.write": opened(full, "w", "sleep %s; cat > /dev/null" % LATE),
    **{"os." + name: spawned(name)
       for name in ("spawnl", "spawnle", "spawnlp", "spawnlpe", "spawnv", "spawnve", "spawnvp", "spawnvpe")},
    "os.posix_spawn": posix("posix_spawn"),
    "os.posix_spawnp": posix("posix_spawnp"),
    "os.wait": awaited(lambda pid: os.wait()),
    "os.wait3": awaited(lambda pid: os.wait3(0)),
    "os.wait4": awaited(lambda pid: os.wait4(pid, 0)),
    "os.waitpid": awaited(lambda pid: os.waitpid(pid, 0)),
    "os.waitid": awaited(lambda pid: os.waitid(os.P_PID, pid, os.WEXITED)),
    "pty.spawn": on_terminal,
}
SIZED = {}
