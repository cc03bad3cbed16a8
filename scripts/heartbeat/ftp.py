"""ftplib and telnetlib against servers that answer late."""

import ftplib
import io
import socket
import threading
import warnings
from functools import partial

from .lines import CLIENT, Lines, tls
from .mail import connecting, leaving, on

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    try:
        import telnetlib
    except ImportError:
        telnetlib = None

ANSWERS = {
    b"USER": b"331 more\r\n", b"PASS": b"230 welcome\r\n", b"ACCT": b"230 welcome\r\n", b"RNFR": b"350 go on\r\n",
    b"MKD": b'257 "a"\r\n', b"PWD": b'257 "/"\r\n', b"SIZE": b"213 5\r\n", b"QUIT": b"221 bye\r\n",
    b"AUTH": b"234 go on\r\n",
    b"DELE": b"250 done\r\n", b"CWD": b"250 done\r\n", b"RNTO": b"250 done\r\n", b"RMD": b"250 done\r\n",
    b"ABOR": b"226 done\r\n",
}
SENDS = (b"NLST", b"LIST", b"MLSD", b"RETR")


def speaker(stage):
    transfers = []

    def passive():
        listener = stage.close(socket.create_server(("127.0.0.1", 0)))
        transfers.append(listener)
        port = listener.getsockname()[1]
        return b"227 here (127,0,0,1,%d,%d)\r\n" % (port >> 8, port & 255)

    def transfer(sends):
        connection, _ = transfers.pop().accept()
        with connection:
            if sends:
                connection.sendall(b"type=file; a\r\n")
            else:
                while connection.recv(1 << 16):
                    pass

    def reply(line, server):
        word = line.upper().split()[0].lstrip(b"\xff\xf4\xf2")
        if word == b"PASV":
            return passive()
        if word in SENDS or word == b"STOR":
            threading.Thread(target=transfer, args=(word in SENDS,), daemon=True).start()
            return b"150 go on\r\n226 done\r\n"
        if word == b"AUTH":
            server.upgrade = server.to_tls
        if word == b"CCC":
            server.upgrade = server.from_tls
        return ANSWERS.get(word, b"200 fine\r\n")

    return reply


def server(stage, greeting=b"220 here\r\n"):
    return Lines(stage, speaker(stage), greeting)


def connected(stage):
    there = server(stage)
    client = ftplib.FTP()
    client.connect(there.host, there.port)
    return client


def secured(stage):
    there = server(stage)
    client = ftplib.FTP_TLS(context=tls(CLIENT))
    client.connect(there.host, there.port)
    return client


def signed(stage):
    client = secured(stage)
    client.auth()
    return client


def at_port(make):
    """The constructor takes no port; the class has it."""

    def prepare(stage):
        there = server(stage)
        stage.attribute(ftplib.FTP, "port", there.port)
        return lambda: stage.close(make(there.host))

    return prepare


CALLS = {
    "login": lambda c: c.login(), "sendcmd": lambda c: c.sendcmd("NOOP"), "voidcmd": lambda c: c.voidcmd("NOOP"),
    "retrbinary": lambda c: c.retrbinary("RETR a", len), "retrlines": lambda c: c.retrlines("RETR a", len),
    "storbinary": lambda c: c.storbinary("STOR a", io.BytesIO(b"x")),
    "storlines": lambda c: c.storlines("STOR a", io.BytesIO(b"x\n")),
    "transfercmd": lambda c: c.transfercmd("RETR a").close(),
    "ntransfercmd": lambda c: c.ntransfercmd("RETR a")[0].close(),
    "abort": lambda c: c.abort(), "acct": lambda c: c.acct("me"), "nlst": lambda c: c.nlst(),
    "dir": lambda c: c.dir(len),
    "mlsd": lambda c: list(c.mlsd()), "rename": lambda c: c.rename("a", "b"), "delete": lambda c: c.delete("a"),
    "cwd": lambda c: c.cwd("a"), "mkd": lambda c: c.mkd("a"), "rmd": lambda c: c.rmd("a"), "pwd": lambda c: c.pwd(),
    "size": lambda c: c.size("a"), "quit": lambda c: c.quit(), "__exit__": leaving,
}


def echo(line, server):
    return line


def telnet(stage):
    there = Lines(stage, echo)
    return telnetlib.Telnet(there.host, there.port)


def asked(call):
    """The question is sent in time, the answer is late."""

    def prepare(stage):
        client = telnet(stage)
        stage.close(client)
        stage.at_start(lambda: client.write(b"late\n"))
        return partial(call, client)

    return prepare


def hung_up(stage):
    client = telnetlib.Telnet()
    client.sock = stage.silent_socket()
    return client.read_all


def stuck(stage):
    client = telnetlib.Telnet()
    client.sock = stage.full_socket()
    return partial(client.write, b"x")


def greeted_late(call):
    """Connecting to this machine takes no time, unless nobody takes the connection."""

    def prepare(stage):
        address = stage.crowded()
        return lambda: stage.close(call(*address))

    return prepare


def opened(host, port):
    client = telnetlib.Telnet()
    client.open(host, port)
    return client


QUICK = {
    "ftplib.FTP.__init__": at_port(ftplib.FTP),
    "ftplib.FTP.connect": connecting(server, lambda host, port: ftplib.FTP().connect(host, port)),
    **{"ftplib.FTP." + name: on(connected, call) for name, call in CALLS.items()},
    "ftplib.FTP_TLS.auth": on(secured, lambda c: c.auth()),
    "ftplib.FTP_TLS.prot_p": on(signed, lambda c: c.prot_p()),
    "ftplib.FTP_TLS.prot_c": on(signed, lambda c: c.prot_c()),
    "ftplib.FTP_TLS.ccc": on(signed, lambda c: c.ccc()),
    "telnetlib.Telnet.write": stuck,
    "telnetlib.Telnet.read_all": hung_up,
    "telnetlib.Telnet.read_until": asked(lambda c: c.read_until(b"late")),
    "telnetlib.Telnet.read_some": asked(lambda c: c.read_some()),
    "telnetlib.Telnet.expect": asked(lambda c: c.expect([b"late"])),
    "telnetlib.Telnet.__init__": greeted_late(lambda host, port: telnetlib.Telnet(host, port)),
    "telnetlib.Telnet.open": greeted_late(opened),
}
SIZED = {}
