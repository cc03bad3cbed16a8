"""What a call needs around it: a folder of its own, and somebody who answers late."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading

LATE = 0.07


class Stage:
    """Set up before the heartbeat starts; what is `later` happens that long after the call began."""

    def __init__(self, prepare):
        self.prepare = prepare
        self.stack = contextlib.ExitStack()
        self.beginnings = []

    def __enter__(self):
        try:
            self.call = self.prepare(self)
        except BaseException:
            self.stack.close()
            raise
        return self

    def __exit__(self, *error):
        self.stack.close()

    def start(self):
        for begin in self.beginnings:
            begin()

    def later(self, act, delay=LATE):
        timer = threading.Timer(delay, quietly(act))
        timer.daemon = True
        self.beginnings.append(timer.start)

    def at_start(self, act):
        self.beginnings.append(act)

    def close(self, thing):
        self.stack.callback(quietly(thing.close))
        return thing

    def enter(self, manager):
        return self.stack.enter_context(manager)

    def attribute(self, owner, name, value):
        """Sets an attribute for as long as the stage stands."""
        self.stack.callback(setattr, owner, name, getattr(owner, name))
        setattr(owner, name, value)

    def folder(self):
        folder = tempfile.mkdtemp(prefix="heartbeat-")
        self.stack.callback(shutil.rmtree, folder, True)
        return folder

    def path(self, name="file"):
        return os.path.join(self.folder(), name)

    def file(self, data=b"", name="file"):
        path = self.path(name)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def sparse(self, size, name="file"):
        path = self.file(name=name)
        os.truncate(path, size)
        return path

    def fifo(self, data=b"late\n", name="fifo", path=None):
        """A path that gives its data late, written by another process: some C code opens files with the GIL held."""
        path = path or self.path(name)
        os.mkfifo(path)
        text = self.file(data, "data")
        self.helper("sleep %s; exec cat %s > %s" % (LATE, text, path))
        return path

    def drain(self, name="fifo"):
        """A path that takes what is written to it late."""
        path = self.path(name)
        os.mkfifo(path)
        self.helper("sleep %s; exec cat %s > /dev/null" % (LATE, path))
        return path

    def helper(self, script):
        """A shell that waits for the start, so that what it costs to start it is not measured."""
        child = subprocess.Popen(["sh", "-c", "read go; " + script], stdin=subprocess.PIPE, start_new_session=True)
        self.stack.callback(end, child)
        self.at_start(lambda: (child.stdin.write(b"go\n"), child.stdin.flush()))

    def pipe(self, data=b"late\n"):
        """The reading end of a pipe that is written to late, and then closed."""
        reader, writer = os.pipe()
        self.later(lambda: (os.write(writer, data), os.close(writer)))
        return reader

    def full_pipe(self):
        """The writing end of a pipe that is full, and read from late."""
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        with contextlib.suppress(BlockingIOError):
            while True:
                os.write(writer, bytes(4096))
        os.set_blocking(writer, True)

        def drain():
            with open(reader, "rb", buffering=0) as file:
                while file.read(1 << 16):
                    pass

        self.later(drain)
        return writer

    def sockets(self):
        near, far = socket.socketpair()
        return self.close(near), self.close(far)

    def silent_socket(self, data=b"late\n"):
        """A connected socket whose other side speaks late."""
        near, far = self.sockets()
        self.later(lambda: (far.sendall(data), far.shutdown(socket.SHUT_WR)))
        return near

    def full_socket(self):
        """A connected socket whose buffer is full, and read from late."""
        near, far = self.sockets()
        near.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                near.send(bytes(4096))
        near.setblocking(True)

        def drain():
            while far.recv(1 << 16):
                pass

        self.later(drain)
        return near

    def crowded(self):
        """An address of this machine where connecting must wait until others have been taken in."""
        listener = self.close(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        for _ in range(2):
            first = self.close(socket.socket())
            first.setblocking(False)
            first.connect_ex(address)
        self.later(lambda: [self.close(listener.accept()[0]) for _ in range(3)])
        return address


def quietly(act):
    def acted():
        with contextlib.suppress(OSError, ValueError):
            act()

    return acted


def end(child):
    child.stdin.close()
    if child.poll() is None:
        child.kill()
    child.wait()
