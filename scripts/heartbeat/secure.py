"""ssl: handshakes with a server that is late, and certificates that are read from FIFOs."""

import contextlib
import os
import socket
import ssl
import threading
import time
from functools import partial

from .lines import CLIENT, SERVER, tls
from .stage import LATE


def pair(stage, late_handshake):
    """The client's side of a connection, not yet secured, and the event after which the server's side speaks."""
    near, far = stage.sockets()
    begun = threading.Event()
    stage.at_start(begun.set)

    def serve():
        with contextlib.suppress(OSError, ValueError):
            if late_handshake:
                begun.wait()
                time.sleep(LATE)
            # Closed where it is read: OpenSSL would go on reading from whatever gets the number of the socket next.
            with tls(SERVER).wrap_socket(far, server_side=True) as there:
                begun.wait()
                time.sleep(LATE)
                there.sendall(b"late")
                there.unwrap()

    threading.Thread(target=serve, daemon=True).start()
    return near


def wrapping(stage):
    near = pair(stage, True)
    return lambda: stage.close(tls(CLIENT).wrap_socket(near))


def shaking(stage):
    near = pair(stage, True)
    return stage.close(tls(CLIENT).wrap_socket(near, do_handshake_on_connect=False)).do_handshake


def talking(call):
    return lambda stage: partial(call, stage.close(tls(CLIENT).wrap_socket(pair(stage, False))))


def sending(call):
    """The other side reads late, and what is sent is more than fits between."""

    def prepare(stage):
        near, far = stage.sockets()
        held = []
        thread = threading.Thread(target=lambda: held.append(tls(SERVER).wrap_socket(far, server_side=True)))
        thread.start()
        client = stage.close(tls(CLIENT).wrap_socket(near))
        thread.join()
        client.setblocking(False)
        with contextlib.suppress(ssl.SSLWantWriteError):
            while True:
                client.send(bytes(4096))
        client.setblocking(True)

        def drain():
            with held[0]:
                while held[0].recv(1 << 16):
                    pass

        stage.later(drain)
        # An interrupted record must be sent again with the same bytes.
        return partial(call, client, bytes(4096))

    return prepare


def listener(stage):
    there = stage.close(socket.create_server(("127.0.0.1", 0)))

    def serve():
        with contextlib.suppress(OSError, ValueError):
            connection, _ = there.accept()
            time.sleep(LATE)
            stage.close(tls(SERVER).wrap_socket(connection, server_side=True))

    threading.Thread(target=serve, daemon=True).start()
    return there.getsockname()


def connecting(stage):
    address = listener(stage)
    return partial(stage.close(tls(CLIENT).wrap_socket(socket.socket())).connect, address)


def accepting(stage):
    there = stage.close(tls(SERVER).wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True))

    def call():
        with contextlib.suppress(OSError):
            stage.close(tls(CLIENT).wrap_socket(socket.create_connection(there.getsockname())))

    stage.later(lambda: threading.Thread(target=call, daemon=True).start())
    return lambda: stage.close(there.accept()[0])


def certificate(stage):
    address = listener(stage)

    def ask():
        # Its own contexts find no cipher in common with a server that has no certificate.
        with contextlib.suppress(OSError):
            ssl.get_server_certificate(address)

    return ask


def loading(call):
    """OpenSSL opens the file itself; what it then reads is no certificate."""

    def prepare(stage):
        path = stage.fifo(b"no certificate\n", "certificates.pem")
        context = tls(CLIENT)

        def load():
            with contextlib.suppress(ssl.SSLError):
                call(context, path)

        return load

    return prepare


def with_default_file(call):
    def load(context, path):
        os.environ["SSL_CERT_FILE"] = path
        try:
            call(context)
        finally:
            del os.environ["SSL_CERT_FILE"]

    return loading(load)


def https(context):
    import http.client

    http.client.HTTPSConnection("127.0.0.1")


QUICK = {
    "ssl.SSLContext.wrap_socket": wrapping,
    "ssl.SSLSocket.do_handshake": shaking,
    "ssl.SSLSocket.read": talking(lambda s: s.read(4)),
    "ssl.SSLSocket.recv": talking(lambda s: s.recv(4)),
    "ssl.SSLSocket.recv_into": talking(lambda s: s.recv_into(bytearray(4))),
    "ssl.SSLSocket.unwrap": talking(lambda s: (s.recv(4), s.unwrap())),
    "ssl.SSLSocket.write": sending(lambda s, data: s.write(data)),
    "ssl.SSLSocket.send": sending(lambda s, data: s.send(data)),
    "ssl.SSLSocket.sendall": sending(lambda s, data: s.sendall(data)),
    "ssl.SSLSocket.connect": connecting,
    "ssl.SSLSocket.accept": accepting,
    "ssl.get_server_certificate": certificate,
    "ssl.create_default_context": with_default_file(lambda context: ssl.create_default_context()),
    "ssl.SSLContext.load_default_certs": with_default_file(lambda context: context.load_default_certs()),
    "ssl.SSLContext.set_default_verify_paths": with_default_file(lambda context: context.set_default_verify_paths()),
    "ssl.SSLContext.load_verify_locations": loading(lambda context, path: context.load_verify_locations(path)),
    "ssl.SSLContext.load_cert_chain": loading(lambda context, path: context.load_cert_chain(path)),
    "ssl.SSLContext.load_dh_params": loading(lambda context, path: context.load_dh_params(path)),
    "http.client.HTTPSConnection.__init__": with_default_file(https),
}
SIZED = {}
