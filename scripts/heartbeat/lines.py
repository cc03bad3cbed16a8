"""A server on loopback that answers line by line, late once the stage begins, and speaks TLS without certificates."""

import contextlib
import socket
import ssl
import threading
import time

from .stage import LATE


def tls(side):
    """Contexts whose cipher authenticates nobody: nothing needs to be signed for a talk with oneself."""
    context = ssl.SSLContext(side)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("AECDH-AES256-SHA:@SECLEVEL=0")
    return context


CLIENT = ssl.PROTOCOL_TLS_CLIENT
SERVER = ssl.PROTOCOL_TLS_SERVER


class Lines:
    """`answers(line, server)` gives what is sent back for a line; None for nothing."""

    def __init__(self, stage, answers, greeting=b"", secure=False):
        self.answers = answers
        self.greeting = greeting
        self.secure = secure
        self.late = False
        self.upgrade = None
        stage.at_start(self.delay)
        self.listener = stage.close(socket.create_server(("127.0.0.1", 0)))
        self.host, self.port = self.listener.getsockname()
        threading.Thread(target=self.accept, daemon=True).start()

    def delay(self):
        self.late = True

    def pause(self):
        if self.late:
            time.sleep(LATE)

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self.talk, args=(client,), daemon=True).start()

    def talk(self, client):
        client.setsockopt(socket.SOL_SOCKET, socket.SO_OOBINLINE, 1)
        with contextlib.suppress(OSError, ValueError):
            if self.secure:
                self.pause()
                client = tls(SERVER).wrap_socket(client, server_side=True)
            if self.greeting:
                self.pause()
                client.sendall(self.greeting)
            while line := read_line(client):
                reply = self.answers(line, self)
                if reply is not None:
                    self.pause()
                    client.sendall(reply)
                if self.upgrade:
                    client, self.upgrade = self.upgrade(client), None
        client.close()

    def to_tls(self, client):
        self.pause()
        return tls(SERVER).wrap_socket(client, server_side=True)

    def from_tls(self, client):
        return client.unwrap()


def read_line(client):
    """Byte by byte, so that nothing of what follows an upgrade is read before it."""
    line = b""
    while not line.endswith(b"\n"):
        byte = client.recv(1)
        if not byte:
            break
        line += byte
    return line
