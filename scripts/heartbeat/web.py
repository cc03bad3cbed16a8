"""http.client, urllib and xmlrpc against a server that answers late, or sends the headers at once and the body late."""

import contextlib
import http.client
import socket
import threading
import time
import urllib.error
import urllib.request
import urllib.robotparser
import warnings
import xmlrpc.client
from functools import partial

from .lines import read_line
from .stage import LATE

CALL = b"<?xml version='1.0'?><methodResponse><params><param><value>%s</value></param></params></methodResponse>"
ONE = CALL % b"<int>1</int>"
MANY = CALL % b"<array><data><value><array><data><value><int>1</int></value></data></array></value></data></array>"


def server(stage, body=b"late\n", status=b"200 OK", late_body=False):
    listener = stage.close(socket.create_server(("127.0.0.1", 0)))

    def talk(client):
        with client, contextlib.suppress(OSError):
            length = 0
            while (line := read_line(client)).strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split()[1])
            while length:
                length -= len(client.recv(length))
            if not late_body:
                time.sleep(LATE)
            client.sendall(b"HTTP/1.1 %s\r\nContent-Length: %d\r\nContent-Type: text/xml\r\n\r\n" % (status, len(body)))
            if late_body:
                # Long enough to reach the start of what is measured, too.
                time.sleep(LATE * 2)
            client.sendall(body)

    def accept():
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=talk, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return "http://127.0.0.1:%d/" % listener.getsockname()[1]


def url(call, **options):
    return lambda stage: partial(call, server(stage, **options))


def connection(stage, address):
    return stage.close(http.client.HTTPConnection(address.split("/")[2]))


def asked(call):
    """The answer's headers are there, its body is late."""

    def prepare(stage):
        there = connection(stage, server(stage, late_body=True))
        there.request("GET", "/")
        return partial(call, there.getresponse())

    return prepare


def awaiting(call):
    def prepare(stage):
        there = connection(stage, server(stage))
        stage.at_start(partial(there.request, "GET", "/"))
        return partial(call, there)

    return prepare


def beginning(there):
    there.response_class(there.sock, method="GET").begin()


def sending(call, started=False):
    """The connection takes no more bytes for now."""

    def prepare(stage):
        there = http.client.HTTPConnection("127.0.0.1")
        there.sock = stage.full_socket()
        if started:
            there.putrequest("GET", "/")
        return partial(call, there)

    return prepare


def connecting(stage):
    return stage.close(http.client.HTTPConnection(*stage.crowded())).connect


def refused(stage):
    address = server(stage, status=b"404 Not Found", late_body=True)
    try:
        urllib.request.urlopen(address)
    except urllib.error.HTTPError as error:
        return stage.close(error).read


def old_opener(call):
    def prepare(stage):
        address = server(stage)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return partial(call, urllib.request.URLopener(), address)

    return prepare


def robots(address):
    urllib.robotparser.RobotFileParser(address).read()


def several(stage):
    calls = xmlrpc.client.MultiCall(xmlrpc.client.ServerProxy(server(stage, MANY)))
    calls.late()
    return calls


QUICK = {
    "http.client.HTTPConnection.connect": connecting,
    "http.client.HTTPConnection.request": sending(lambda c: c.request("GET", "/")),
    "http.client.HTTPConnection.send": sending(lambda c: c.send(b"x")),
    "http.client.HTTPConnection.endheaders": sending(lambda c: c.endheaders(), started=True),
    "http.client.HTTPConnection.getresponse": awaiting(lambda c: c.getresponse()),
    "http.client.HTTPResponse.begin": awaiting(beginning),
    "http.client.HTTPResponse.__next__": asked(next),
    "http.client.HTTPResponse.read": asked(lambda r: r.read()),
    "http.client.HTTPResponse.read1": asked(lambda r: r.read1()),
    "http.client.HTTPResponse.readinto": asked(lambda r: r.readinto(bytearray(4))),
    "http.client.HTTPResponse.readline": asked(lambda r: r.readline()),
    "http.client.HTTPResponse.readlines": asked(lambda r: r.readlines()),
    "http.client.HTTPResponse.peek": asked(lambda r: r.peek()),
    "urllib.error.HTTPError.read": refused,
    "urllib.request.OpenerDirector.open": url(lambda address: urllib.request.build_opener().open(address).close()),
    "urllib.request.urlopen": url(lambda address: urllib.request.urlopen(address).close()),
    "urllib.request.urlretrieve": url(lambda address: urllib.request.urlretrieve(address)),
    "urllib.request.URLopener.open": old_opener(lambda opener, address: opener.open(address).close()),
    "urllib.request.URLopener.retrieve": old_opener(lambda opener, address: opener.retrieve(address)),
    "urllib.robotparser.RobotFileParser.read": url(robots),
    "xmlrpc.client.ServerProxy.__getattr__": url(lambda address: xmlrpc.client.ServerProxy(address).late(), body=ONE),
    "xmlrpc.client.MultiCall.__call__": several,
}
SIZED = {}
