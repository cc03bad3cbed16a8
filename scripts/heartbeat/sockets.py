"""Sockets on loopback whose other side is late, and what waits for several of them."""

import os
import select
import selectors
import signal
import socket
import socketserver
import threading
import time
from functools import partial

from .stage import LATE


def receiving(call):
    return lambda stage: partial(call, stage.silent_socket())


def sending(call):
    return lambda stage: partial(call, stage.full_socket())


def listening(stage, late=True):
    listener = stage.close(socket.create_server(("127.0.0.1", 0)))
    if late:
        stage.later(lambda: stage.close(socket.create_connection(listener.getsockname())))
    return listener


def connecting(method):
    """A local socket that takes one caller at a time: the second one waits."""

    def prepare(stage):
        path = stage.path("socket")
        listener = stage.close(socket.socket(socket.AF_UNIX))
        listener.bind(path)
        listener.listen(0)
        first = stage.close(socket.socket(socket.AF_UNIX))
        first.connect(path)
        stage.later(lambda: stage.close(listener.accept()[0]))
        return partial(getattr(stage.close(socket.socket(socket.AF_UNIX)), method), path)

    return prepare


def datagrams(stage):
    """Sending waits while the receiver of a local socket has not read what came before."""
    path = stage.path("socket")
    receiver = stage.close(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
    receiver.bind(path)
    sender = stage.close(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
    sender.setblocking(False)
    try:
        while True:
            sender.sendto(bytes(1024), path)
    except BlockingIOError:
        sender.setblocking(True)
    stage.later(lambda: [receiver.recv(1024) for _ in range(200)])
    return partial(sender.sendto, bytes(1024), path)


def sent_file(stage):
    return partial(stage.full_socket().sendfile, stage.close(open(stage.file(b"x"), "rb")))


def file_of(mode, call, full=False):
    def prepare(stage):
        sock = stage.full_socket() if full else stage.silent_socket()
        return partial(call, stage.close(sock.makefile(mode)))

    return prepare


def filled(stage):
    file = stage.close(stage.full_socket().makefile("wb"))
    file.write(b"x")
    return file.flush


class Slow(socketserver.BaseRequestHandler):
    def handle(self):
        time.sleep(LATE * 2)


def server(stage, handler=socketserver.BaseRequestHandler):
    return stage.enter(socketserver.TCPServer(("127.0.0.1", 0), handler))


def serving(stage):
    there = server(stage)
    stage.later(there.shutdown)
    return partial(there.serve_forever, 0.01)


def handling(stage):
    there = server(stage)
    stage.later(lambda: stage.close(socket.create_connection(there.server_address)))
    return there.handle_request


def getting(stage):
    there = server(stage)
    stage.later(lambda: stage.close(socket.create_connection(there.server_address)))
    return lambda: stage.close(there.get_request()[0])


def stopping(stage):
    """It is in the middle of a request."""
    there = server(stage, Slow)
    threading.Thread(target=there.serve_forever, args=(0.01,), daemon=True).start()

    def call():
        stage.close(socket.create_connection(there.server_address))
        time.sleep(0.015)

    stage.at_start(call)
    return there.shutdown


def polling(make, timeout=None):
    def prepare(stage):
        poller = make()
        poller.register(stage.silent_socket(), select.POLLIN)
        return partial(poller.poll, *([] if timeout is None else [timeout]))

    return prepare


def selecting(stage):
    selector = stage.close(selectors.DefaultSelector())
    selector.register(stage.silent_socket(), selectors.EVENT_READ)
    return selector.select


def signalled(call):
    """A signal that the worker holds back until it is asked for."""

    def prepare(stage):
        stage.later(lambda: os.kill(os.getpid(), signal.SIGUSR1))
        return call

    return prepare


def paused(stage):
    stage.stack.callback(signal.signal, signal.SIGUSR2, signal.signal(signal.SIGUSR2, lambda *_: None))
    stage.helper("sleep %s; kill -USR2 %d" % (LATE, os.getpid()))
    return signal.pause


READS = {
    "__next__": next, "read": lambda f: f.read(), "readline": lambda f: f.readline(),
    "readlines": lambda f: f.readlines(),
}
QUICK = {
    "socket.socket.accept": lambda stage: listening(stage).accept,
    "socket.socket.connect": connecting("connect"),
    "socket.socket.connect_ex": connecting("connect_ex"),
    "socket.socket.recv": receiving(lambda s: s.recv(4)),
    "socket.socket.recv_into": receiving(lambda s: s.recv_into(bytearray(4))),
    "socket.socket.recvfrom": receiving(lambda s: s.recvfrom(4)),
    "socket.socket.recvfrom_into": receiving(lambda s: s.recvfrom_into(bytearray(4))),
    "socket.socket.recvmsg": receiving(lambda s: s.recvmsg(4)),
    "socket.socket.recvmsg_into": receiving(lambda s: s.recvmsg_into([bytearray(4)])),
    "socket.socket.send": sending(lambda s: s.send(b"x")),
    "socket.socket.sendall": sending(lambda s: s.sendall(b"x")),
    "socket.socket.sendmsg": sending(lambda s: s.sendmsg([b"x"])),
    "socket.socket.sendto": datagrams,
    "socket.socket.sendfile": sent_file,
    "socket.create_connection": lambda stage: partial(socket.create_connection, stage.crowded()),
    **{"socket._SocketFile." + name: file_of("rb", call) for name, call in READS.items()},
    "socket._SocketFile.write": file_of("wb", lambda f: f.write(bytes(1 << 17)), full=True),
    "socket._SocketFile.flush": filled,
    "socketserver.BaseServer.serve_forever": serving,
    "socketserver.BaseServer.handle_request": handling,
    "socketserver.BaseServer.shutdown": stopping,
    "socketserver.TCPServer.get_request": getting,
    "select.select": receiving(lambda s: select.select([s], [], [])),
    "select._Poll.poll": polling(select.poll),
    "select.epoll.poll": polling(select.epoll),
    "selectors.BaseSelector.select": selecting,
    "signal.pause": paused,
    "signal.sigwait": signalled(lambda: signal.sigwait({signal.SIGUSR1})),
    "signal.sigwaitinfo": signalled(lambda: signal.sigwaitinfo({signal.SIGUSR1})),
    "signal.sigtimedwait": lambda stage: partial(signal.sigtimedwait, {signal.SIGUSR1}, LATE),
}
SIZED = {}
