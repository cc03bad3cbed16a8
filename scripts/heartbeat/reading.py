"""Functions that read a file given by its path, which is a FIFO that is written late."""

import configparser
import contextlib
import gettext
import http.cookiejar
import inspect
import linecache
import logging
import logging.config
import logging.handlers
import mimetypes
import netrc
import os
import xml.dom.minidom
import xml.etree.ElementTree
import xml.sax
from functools import partial

PAGE = b"<a>late</a>"
COOKIES = b"# Netscape HTTP Cookie File\n"
LOGGING = b"[loggers]\nkeys=root\n[handlers]\nkeys=\n[formatters]\nkeys=\n[logger_root]\nhandlers=\n"
SOURCE = b"def late():\n    pass\n"


def path_of(call, data=b""):
    return lambda stage: partial(call, stage.fifo(data))


def translations(call):
    """A catalogue that opens late; what it says is no catalogue."""

    def prepare(stage):
        folder = stage.folder()
        os.makedirs(os.path.join(folder, "de", "LC_MESSAGES"))
        stage.fifo(b"no catalogue", path=os.path.join(folder, "de", "LC_MESSAGES", "late.mo"))

        def load():
            with contextlib.suppress(OSError):
                call("late", folder)

        return load

    return prepare


def jar(method):
    def prepare(stage):
        cookies = http.cookiejar.MozillaCookieJar()
        return partial(getattr(cookies, method), stage.drain() if method == "save" else stage.fifo(COOKIES))

    return prepare


def source(call):
    """A function whose source must be read from a FIFO."""

    def prepare(stage):
        path = stage.fifo(SOURCE, "late.py")
        names = {"__name__": "late"}
        exec(compile(SOURCE, path, "exec"), names)

        def look():
            # The reader of sources goes back to the beginning, which no FIFO does: by then it has waited.
            with contextlib.suppress(OSError):
                call(names["late"])

        return look

    return prepare


def frames(call):
    """A frame whose lines must be read from a FIFO."""

    def prepare(stage):
        path = stage.fifo(b"call()\n", "late.py")
        code = compile("call()", path, "exec")
        return lambda: exec(code, {"call": call})

    return prepare


def traced(stage):
    """The frame that raised is the one whose lines must be read."""
    code = compile("1 / 0", stage.fifo(b"1 / 0\n", "late.py"), "exec")

    def look():
        try:
            exec(code)
        except ZeroDivisionError:
            inspect.trace()

    return look


def known_types(stage):
    path = stage.fifo()
    stage.attribute(os.path, "isfile", lambda name: name == path)
    return partial(mimetypes.init, [path])


def configure(path):
    """The size is asked for first, and that of a FIFO is zero: it must be handed over open."""
    with open(path, encoding="utf-8") as file:
        logging.config.fileConfig(file)


def handler(make):
    """A log file that opens late: it is a FIFO without a reader."""

    def prepare(stage):
        path = stage.drain("late.log")
        return lambda: stage.close(make(path))

    return prepare


def rollover(make):
    """The new log file is a FIFO whose reader comes late."""

    def prepare(stage):
        rotating = stage.close(make(stage.path("late.log")))
        path = stage.drain()

        def rotate():
            rotating.baseFilename = path
            rotating.doRollover()

        # The old file stays where it is, so that what is opened next is the FIFO.
        rotating.rotate = lambda source, target: None
        return rotate

    return prepare


QUICK = {
    "configparser.RawConfigParser.read": path_of(
        lambda path: configparser.RawConfigParser().read(path), b"[late]\n"),
    "gettext.translation": translations(lambda name, folder: gettext.translation(name, folder, ["de"])),
    "gettext.install": translations(
        lambda name, folder: with_language("de", lambda: gettext.install(name, folder))),
    "http.cookiejar.FileCookieJar.load": jar("load"),
    "http.cookiejar.FileCookieJar.save": jar("save"),
    "http.cookiejar.FileCookieJar.revert": jar("revert"),
    "inspect.getsource": source(inspect.getsource),
    "inspect.getsourcelines": source(inspect.getsourcelines),
    "inspect.findsource": source(inspect.findsource),
    "inspect.getcomments": source(inspect.getcomments),
    "inspect.stack": frames(inspect.stack),
    "inspect.trace": traced,
    "inspect.getframeinfo": frames(lambda: inspect.getframeinfo(inspect.currentframe().f_back)),
    "linecache.updatecache": path_of(linecache.updatecache),
    "logging.FileHandler.__init__": handler(logging.FileHandler),
    "logging.config.fileConfig": path_of(configure, LOGGING),
    "logging.handlers.BaseRotatingHandler.__init__": handler(
        lambda path: logging.handlers.BaseRotatingHandler(path, "a")),
    "logging.handlers.RotatingFileHandler.__init__": handler(logging.handlers.RotatingFileHandler),
    "logging.handlers.TimedRotatingFileHandler.__init__": handler(logging.handlers.TimedRotatingFileHandler),
    "logging.handlers.WatchedFileHandler.__init__": handler(logging.handlers.WatchedFileHandler),
    "logging.handlers.RotatingFileHandler.doRollover": rollover(logging.handlers.RotatingFileHandler),
    "logging.handlers.TimedRotatingFileHandler.doRollover": rollover(logging.handlers.TimedRotatingFileHandler),
    "mimetypes.init": known_types,
    "mimetypes.read_mime_types": path_of(mimetypes.read_mime_types),
    "mimetypes.MimeTypes.read": lambda stage: partial(mimetypes.MimeTypes().read, stage.fifo()),
    "netrc.netrc.__init__": path_of(netrc.netrc),
    "xml.dom.minidom.parse": path_of(xml.dom.minidom.parse, PAGE),
    "xml.etree.ElementTree.parse": path_of(xml.etree.ElementTree.parse, PAGE),
    "xml.etree.ElementTree.ElementTree.parse": lambda stage: partial(
        xml.etree.ElementTree.ElementTree().parse, stage.fifo(PAGE)),
    "xml.etree.ElementTree.ElementTree.write": lambda stage: partial(
        xml.etree.ElementTree.ElementTree(xml.etree.ElementTree.fromstring(PAGE)).write, stage.drain()),
    "xml.etree.ElementTree.iterparse": path_of(lambda path: list(xml.etree.ElementTree.iterparse(path)), PAGE),
    "xml.sax.parse": path_of(lambda path: xml.sax.parse(open(path, "rb"), xml.sax.ContentHandler()), PAGE),
    "xml.sax._Reader.parse": path_of(lambda path: xml.sax.make_parser().parse(open(path, "rb")), PAGE),
}
SIZED = {}


def with_language(language, act):
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = language
    try:
        act()
    finally:
        os.environ.pop("LANGUAGE")
        if before is not None:
            os.environ["LANGUAGE"] = before
