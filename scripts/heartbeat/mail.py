"""smtplib, poplib and nntplib against servers that answer late."""

import smtplib
import warnings
from functools import partial

from .lines import CLIENT, Lines, tls

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import poplib
    try:
        import nntplib
    except ImportError:
        nntplib = None

LETTER = "Subject: late\r\n\r\ntext\r\n"
SMTP = {
    b"EHLO": b"250-here\r\n250-AUTH PLAIN\r\n250-STARTTLS\r\n250 8BITMIME\r\n", b"LHLO": b"250 here\r\n",
    b"DATA": b"354 go on\r\n", b"AUTH": b"235 welcome\r\n", b"QUIT": b"221 bye\r\n", b"HELP": b"214 no\r\n",
    b"STARTTLS": b"220 go on\r\n",
}
MANY = b"%s\r\nline 1\r\n.\r\n"
POP = {b"STAT": b"+OK 1 10\r\n", b"CAPA": b"+OK\r\nSTLS\r\n.\r\n",
       **{word: MANY % b"+OK" for word in (b"RETR", b"TOP", b"LIST", b"UIDL")}}
NNTP = {
    b"CAPABILITIES": b"101 these\r\nVERSION 2\r\nREADER\r\nOVER\r\nSTARTTLS\r\nAUTHINFO USER\r\n.\r\n",
    b"MODE": b"200 hello\r\n",
    b"AUTHINFO USER": b"381 more\r\n", b"AUTHINFO PASS": b"281 welcome\r\n", b"QUIT": b"205 bye\r\n",
    b"STARTTLS": b"382 go on\r\n", b"NEWGROUPS": b"231 these\r\nalt.late 2 1 y\r\n.\r\n",
    b"NEWNEWS": MANY % b"230 these",
    b"LIST": b"215 these\r\nalt.late 2 1 y\r\n.\r\n", b"GROUP": b"211 1 1 1 alt.late\r\n",
    b"LIST OVERVIEW.FMT": b"215 these\r\n"
    b"Subject:\r\nFrom:\r\nDate:\r\nMessage-ID:\r\nReferences:\r\n:bytes\r\n:lines\r\n.\r\n",
    b"OVER": b"224 these\r\n1\ta\tb\tc\td\te\t1\t1\r\n.\r\n", b"ARTICLE": MANY % b"220 1 <a@b>",
    b"HEAD": MANY % b"221 1 <a@b>", b"BODY": MANY % b"222 1 <a@b>", b"STAT": b"223 1 <a@b>\r\n",
    b"NEXT": b"223 1 <a@b>\r\n", b"LAST": b"223 1 <a@b>\r\n", b"POST": b"340 go on\r\n",
    b"DATE": b"111 20200101000000\r\n", b"HELP": MANY % b"100 these", b"SLAVE": b"202 noted\r\n",
}


def speaker(answers, otherwise):
    """Answers by the first words of a line; after an invitation to send a text, once the text has ended."""
    texts = []

    def reply(line, server):
        words = line.upper().split()
        if texts:
            return texts.pop() if line == b".\r\n" else None
        key = next((word for word in (b" ".join(words[:2]), *words[:1]) if word in answers), b"")
        found = answers.get(key, otherwise)
        if key in (b"DATA", b"POST"):
            texts.append(b"240 taken\r\n" if key == b"POST" else b"250 taken\r\n")
        if key in (b"LIST", b"UIDL") and found.startswith(b"+OK") and len(words) > 1:
            return b"+OK 1 10\r\n"
        if words[:1] in ([b"STARTTLS"], [b"STLS"]):
            server.upgrade = server.to_tls
        return found

    return reply


def smtp_server(stage, secure=False):
    return Lines(stage, speaker(SMTP, b"250 fine\r\n"), b"220 here ESMTP\r\n", secure)


def pop_server(stage, secure=False):
    return Lines(stage, speaker(POP, b"+OK\r\n"), b"+OK here <1@here>\r\n", secure)


def news_server(stage, secure=False):
    return Lines(stage, speaker(NNTP, b"200 fine\r\n"), b"200 here\r\n", secure)


def on(connect, call):
    """Connects in time, and gives the call to be made."""

    def prepare(stage):
        client = connect(stage)
        stage.stack.callback(shut, client)
        return partial(call, client)

    return prepare


def shut(client):
    sock = getattr(client, "sock", None)
    if sock is not None:
        sock.close()


def connecting(server, make):
    def prepare(stage):
        there = server(stage)
        return lambda: stage.stack.callback(shut, make(there.host, there.port))

    return prepare


def smtp(stage):
    there = smtp_server(stage)
    return smtplib.SMTP(there.host, there.port, local_hostname="here")


def greeted(stage):
    client = smtp(stage)
    client.ehlo()
    return client


def in_mail(stage):
    client = greeted(stage)
    client.mail("a@here")
    client.rcpt("b@here")
    return client


def signing_in(method):
    def call(client):
        client.user, client.password = "me", "secret"
        method(client)

    return call


def send_into_full(stage):
    client = smtp(stage)
    client.sock = stage.full_socket()
    return partial(client.send, b"NOOP\r\n")


def letter():
    import email

    message = email.message_from_string(LETTER)
    message["From"], message["To"] = "a@here", "b@here"
    return message


def leaving(client):
    client.__exit__(None, None, None)


def secured(client):
    client.starttls(context=tls(CLIENT))


SMTP_CALLS = {
    "helo": lambda c: c.helo(), "ehlo": lambda c: c.ehlo(),
    "ehlo_or_helo_if_needed": lambda c: c.ehlo_or_helo_if_needed(), "starttls": secured,
    "docmd": lambda c: c.docmd("NOOP"), "help": lambda c: c.help(), "rset": lambda c: c.rset(),
    "noop": lambda c: c.noop(), "mail": lambda c: c.mail("a@here"), "rcpt": lambda c: c.rcpt("b@here"),
    "verify": lambda c: c.verify("a@here"), "vrfy": lambda c: c.vrfy("a@here"), "expn": lambda c: c.expn("all"),
    "quit": lambda c: c.quit(), "__exit__": leaving, "getreply": lambda c: (c.putcmd("NOOP"), c.getreply()),
}
GREETED_CALLS = {
    "login": lambda c: c.login("me", "secret"),
    "auth": signing_in(lambda c: c.auth("PLAIN", c.auth_plain)),
    "sendmail": lambda c: c.sendmail("a@here", ["b@here"], LETTER), "send_message": lambda c: c.send_message(letter()),
}


def pop(stage):
    there = pop_server(stage)
    return poplib.POP3(there.host, there.port)


POP_CALLS = {
    "user": lambda c: c.user("me"), "pass_": lambda c: c.pass_("secret"), "stat": lambda c: c.stat(),
    "list": lambda c: c.list(), "retr": lambda c: c.retr(1), "dele": lambda c: c.dele(1), "noop": lambda c: c.noop(),
    "rset": lambda c: c.rset(), "quit": lambda c: c.quit(), "rpop": lambda c: c.rpop("me"),
    "apop": lambda c: c.apop("me", "secret"), "top": lambda c: c.top(1, 1), "uidl": lambda c: c.uidl(),
    "capa": lambda c: c.capa(), "stls": lambda c: c.stls(tls(CLIENT)), "utf8": lambda c: c.utf8(),
}


def news(stage):
    there = news_server(stage)
    return nntplib.NNTP(there.host, there.port)


def selected(stage):
    client = news(stage)
    client.group("alt.late")
    return client


def day():
    import datetime

    return datetime.date(2020, 1, 1)


NEWS_CALLS = {
    "quit": lambda c: c.quit(), "login": lambda c: c.login("me", "secret", usenetrc=False),
    "starttls": lambda c: c.starttls(tls(CLIENT)), "newgroups": lambda c: c.newgroups(day()),
    "newnews": lambda c: c.newnews("alt.late", day()), "list": lambda c: c.list(),
    "group": lambda c: c.group("alt.late"),
    "over": lambda c: c.over((1, 2)), "stat": lambda c: c.stat(1), "next": lambda c: c.next(),
    "last": lambda c: c.last(), "article": lambda c: c.article(1), "head": lambda c: c.head(1),
    "body": lambda c: c.body(1), "post": lambda c: c.post([b"text"]), "date": lambda c: c.date(),
    "help": lambda c: c.help(), "slave": lambda c: c.slave(),
}

QUICK = {
    "smtplib.SMTP.__init__": connecting(smtp_server, smtplib.SMTP),
    "smtplib.SMTP.connect": connecting(smtp_server, lambda host, port: smtplib.SMTP().connect(host, port)),
    "smtplib.LMTP.__init__": connecting(smtp_server, smtplib.LMTP),
    "smtplib.SMTP_SSL.__init__": connecting(
        partial(smtp_server, secure=True), lambda host, port: smtplib.SMTP_SSL(host, port, context=tls(CLIENT))),
    "smtplib.SMTP.send": send_into_full,
    "smtplib.SMTP.data": on(in_mail, lambda c: c.data(LETTER)),
    **{"smtplib.SMTP." + name: on(smtp, call) for name, call in SMTP_CALLS.items()},
    **{"smtplib.SMTP." + name: on(greeted, call) for name, call in GREETED_CALLS.items()},
    "poplib.POP3.__init__": connecting(pop_server, poplib.POP3),
    "poplib.POP3_SSL.__init__": connecting(
        partial(pop_server, secure=True), lambda host, port: poplib.POP3_SSL(host, port, context=tls(CLIENT))),
    **{"poplib.POP3." + name: on(pop, call) for name, call in POP_CALLS.items()},
    "nntplib.NNTP.__init__": connecting(news_server, lambda host, port: nntplib.NNTP(host, port)),
    "nntplib.NNTP_SSL.__init__": connecting(
        partial(news_server, secure=True), lambda host, port: nntplib.NNTP_SSL(host, port, ssl_context=tls(CLIENT))),
    **{"nntplib.NNTP." + name: on(news if name in ("login", "starttls") else selected, call)
       for name, call in NEWS_CALLS.items()},
}
SIZED = {}
