"""imaplib against a server that answers late."""

import imaplib
import os
import stat
from functools import partial

from .lines import CLIENT, Lines, tls
from .mail import connecting, leaving, on
from .stage import LATE

CAN = b"* CAPABILITY IMAP4REV1 STARTTLS ENABLE UNSELECT AUTH=CRAM-MD5 AUTH=PLAIN\r\n"


def speaker():
    """Every command is done; one that brings more is told to go on first."""
    asked = []

    def reply(line, server):
        if asked:
            return b"%s OK done\r\n" % asked.pop() if line.strip() or len(asked) == 1 else None
        tag, command = (line.upper().split() + [b"", b""])[:2]
        if command == b"AUTHENTICATE" or line.rstrip().endswith(b"}"):
            asked.append(line.split()[0])
            return b"+ \r\n"
        if command == b"STARTTLS":
            server.upgrade = server.to_tls
        untagged = {b"CAPABILITY": CAN, b"LOGOUT": b"* BYE\r\n", b"SELECT": b"* 1 EXISTS\r\n"}.get(command, b"")
        return b"%s%s OK done\r\n" % (untagged, line.split()[0])

    return reply


def server(stage, secure=False):
    return Lines(stage, speaker(), b"* OK here\r\n", secure)


def fresh(stage):
    there = server(stage)
    return imaplib.IMAP4(there.host, there.port)


def signed_in(stage):
    client = fresh(stage)
    client.login("me", "secret")
    return client


def selected(stage):
    client = signed_in(stage)
    client.select()
    return client


def sending(stage):
    client = fresh(stage)
    client.sock = stage.full_socket()
    return partial(client.send, b"x")


def reading(method, *args):
    """What the server says by itself, some time after the greeting."""

    def prepare(stage):
        client = fresh(stage)
        client.sock = stage.silent_socket()
        client.file.close()
        client.file = client._file = client.sock.makefile("rb")
        return partial(getattr(client, method), *args)

    return prepare


def opening(stage):
    address = stage.crowded()

    def open_():
        client = imaplib.IMAP4.__new__(imaplib.IMAP4)
        client.open(*address)
        stage.close(client.sock)

    return open_


def stream(stage):
    """A program that greets late."""
    path = stage.file(b"#!/bin/sh\nsleep %s\nprintf '* OK here\\r\\n'\nread tag rest\n"
                      b"printf '* CAPABILITY IMAP4REV1\\r\\n'; printf '%%s OK done\\r\\n' $tag\n" % str(LATE).encode())
    os.chmod(path, stat.S_IRWXU)
    return lambda: stage.stack.callback(imaplib.IMAP4_stream(path).shutdown)


FRESH = {
    "login": lambda c: c.login("me", "secret"), "login_cram_md5": lambda c: c.login_cram_md5("me", "secret"),
    "authenticate": lambda c: c.authenticate("PLAIN", lambda challenge: b"me"), "logout": lambda c: c.logout(),
    "starttls": lambda c: c.starttls(tls(CLIENT)), "capability": lambda c: c.capability(), "noop": lambda c: c.noop(),
    "xatom": lambda c: c.xatom("NOOP"), "__exit__": leaving,
}
SIGNED_IN = {
    "append": lambda c: c.append("INBOX", None, None, b"text"), "create": lambda c: c.create("a"),
    "delete": lambda c: c.delete("a"), "deleteacl": lambda c: c.deleteacl("a", "me"),
    "enable": lambda c: c.enable("UTF8=ACCEPT"), "getacl": lambda c: c.getacl("a"),
    "getquota": lambda c: c.getquota("a"),
    "getquotaroot": lambda c: c.getquotaroot("a"), "list": lambda c: c.list(), "lsub": lambda c: c.lsub(),
    "namespace": lambda c: c.namespace(), "proxyauth": lambda c: c.proxyauth("me"), "recent": lambda c: c.recent(),
    "rename": lambda c: c.rename("a", "b"), "select": lambda c: c.select(),
    "setacl": lambda c: c.setacl("a", "me", "r"),
    "setquota": lambda c: c.setquota("a", "(STORAGE 5)"), "status": lambda c: c.status("a", "(MESSAGES)"),
    "subscribe": lambda c: c.subscribe("a"), "unsubscribe": lambda c: c.unsubscribe("a"),
}
SELECTED = {
    "check": lambda c: c.check(), "copy": lambda c: c.copy("1", "a"), "expunge": lambda c: c.expunge(),
    "fetch": lambda c: c.fetch("1", "(FLAGS)"), "partial": lambda c: c.partial("1", "RFC822", "0", "1"),
    "search": lambda c: c.search(None, "ALL"), "sort": lambda c: c.sort("DATE", "UTF-8", "ALL"),
    "store": lambda c: c.store("1", "FLAGS", "(A)"), "thread": lambda c: c.thread("REFERENCES", "UTF-8", "ALL"),
    "uid": lambda c: c.uid("FETCH", "1", "(FLAGS)"), "unselect": lambda c: c.unselect(), "close": lambda c: c.close(),
}

QUICK = {
    "imaplib.IMAP4.__init__": connecting(server, lambda host, port: imaplib.IMAP4(host, port)),
    "imaplib.IMAP4_SSL.__init__": connecting(
        partial(server, secure=True), lambda host, port: imaplib.IMAP4_SSL(host, port, ssl_context=tls(CLIENT))),
    "imaplib.IMAP4_stream.__init__": stream,
    "imaplib.IMAP4.open": opening,
    "imaplib.IMAP4.send": sending,
    "imaplib.IMAP4.read": reading("read", 4),
    "imaplib.IMAP4.readline": reading("readline"),
    **{"imaplib.IMAP4." + name: on(fresh, call) for name, call in FRESH.items()},
    **{"imaplib.IMAP4." + name: on(signed_in, call) for name, call in SIGNED_IN.items()},
    **{"imaplib.IMAP4." + name: on(selected, call) for name, call in SELECTED.items()},
}
SIZED = {}
