"""What burns CPU, with inputs that take a while."""

import base64
import compileall
import difflib
import email
import gc
import hashlib
import html.parser
import io
import os
import pickle
import plistlib
import py_compile
import timeit
import warnings
import xml.dom.minidom
import xml.etree.ElementTree
import xml.sax
import xmlrpc.client
from functools import partial

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    try:
        import crypt
    except ImportError:
        crypt = None

COUNT = 20_000
SIZE = 1 << 19


def lines(step=1):
    return ["line %d" % (number * step % 97) for number in range(0, 1200)]


def text(word, count=80):
    """Two of them have no line in common, though every line is like the others: the most work for a differ."""
    return ["line %d of the %s text" % (number, word) for number in range(count)]


def document(count=COUNT):
    return "<a>%s</a>" % ("<b c='d'>text</b>" * count)


def letter():
    return "Subject: late\n" + "X-Header: %s\n" % ("a" * 40) * 60_000 + "\ntext\n"


def numbers():
    return list(range(COUNT * 20))


def dump(count):
    pickle.Pickler(io.BytesIO()).dump([{"a": number} for number in range(count)])


def load(count):
    pickle.Unpickler(io.BytesIO(pickle.dumps(list(range(count)) * 2))).load()


def encrypted(rounds):
    crypt.crypt("late", "$6$rounds=%d$salt" % rounds)


def objects(count):
    """As many objects as a large program has."""
    kept = [[number] for number in range(count)]
    gc.get_objects()
    return len(kept)


def referrers(count):
    kept = [[number] for number in range(count)]
    gc.get_referrers(kept)


def source(stage):
    lines = (b"def f%d(a, b):\n    return [a + b for c in a if c]" % number for number in range(1500))
    return stage.file(b"\n".join(lines), "late.py")


def sources(stage):
    return os.path.dirname(source(stage))


def matcher(call):
    return lambda stage: partial(call, difflib.SequenceMatcher(None, lines(), lines(7), autojunk=False))


def longest(stage):
    """By characters, of which two texts share more than lines."""
    before, after = ("".join(text(word, 200)) for word in ("old", "new"))
    return difflib.SequenceMatcher(None, before, after, autojunk=False).find_longest_match


def file_digest(stage):
    """The file is a FIFO, opened by the same call as its digest."""
    path = stage.fifo()

    def call():
        with open(path, "rb") as file:
            hashlib.file_digest(file, "sha256")

    return call


def tree():
    return xml.dom.minidom.parseString(document(COUNT * 4))


def fed(parser, text):
    parser.setContentHandler(xml.sax.ContentHandler())
    parser.feed(text)


QUICK = {"hashlib.file_digest": file_digest}
SIZED = {
    "base64.a85encode": lambda stage: partial(base64.a85encode, bytes(range(256)) * (SIZE >> 8)),
    "base64.b85encode": lambda stage: partial(base64.b85encode, bytes(range(256)) * (SIZE >> 8)),
    "base64.b85decode": lambda stage: partial(base64.b85decode, base64.b85encode(bytes(range(256)) * (SIZE >> 8))),
    "compileall.compile_dir": lambda stage: partial(compileall.compile_dir, sources(stage), quiet=1),
    "compileall.compile_file": lambda stage: partial(compileall.compile_file, source(stage), quiet=1),
    "py_compile.compile": lambda stage: partial(py_compile.compile, source(stage)),
    "crypt.crypt": lambda stage: partial(encrypted, 100_000),
    "difflib.SequenceMatcher.find_longest_match": longest,
    "difflib.SequenceMatcher.get_matching_blocks": matcher(lambda there: there.get_matching_blocks()),
    "difflib.SequenceMatcher.get_opcodes": matcher(lambda there: there.get_opcodes()),
    "difflib.SequenceMatcher.get_grouped_opcodes": matcher(lambda there: list(there.get_grouped_opcodes())),
    "difflib.Differ.compare": lambda stage: lambda: list(difflib.Differ().compare(text("old"), text("new"))),
    "difflib.HtmlDiff.make_file": lambda stage: partial(difflib.HtmlDiff().make_file, text("old"), text("new")),
    "difflib.HtmlDiff.make_table": lambda stage: partial(difflib.HtmlDiff().make_table, text("old"), text("new")),
    "difflib.diff_bytes": lambda stage: lambda: list(difflib.diff_bytes(
        difflib.unified_diff, [line.encode() for line in lines()], [line.encode() for line in lines(7)])),
    "email.message_from_string": lambda stage: partial(email.message_from_string, letter()),
    "email.message_from_bytes": lambda stage: partial(email.message_from_bytes, letter().encode()),
    "email.message_from_file": lambda stage: partial(email.message_from_file, io.StringIO(letter())),
    "email.message_from_binary_file": lambda stage: partial(
        email.message_from_binary_file, io.BytesIO(letter().encode())),
    "gc.get_objects": lambda stage: partial(objects, 1_000_000),
    "gc.get_referrers": lambda stage: partial(referrers, 1_000_000),
    "hashlib.pbkdf2_hmac": lambda stage: partial(hashlib.pbkdf2_hmac, "sha256", b"late", b"salt", 400_000),
    "hashlib.scrypt": lambda stage: partial(hashlib.scrypt, b"late", salt=b"salt", n=1 << 14, r=8, p=4),
    "html.parser.HTMLParser.feed": lambda stage: partial(html.parser.HTMLParser().feed, document()),
    "pickle.Pickler.dump": lambda stage: partial(dump, COUNT * 40),
    "pickle.Unpickler.load": lambda stage: partial(load, COUNT * 100),
    "plistlib.dumps": lambda stage: partial(plistlib.dumps, numbers()),
    "plistlib.loads": lambda stage: partial(plistlib.loads, plistlib.dumps(numbers())),
    "plistlib.dump": lambda stage: partial(plistlib.dump, numbers(), io.BytesIO()),
    "plistlib.load": lambda stage: partial(plistlib.load, io.BytesIO(plistlib.dumps(numbers()))),
    "timeit.timeit": lambda stage: partial(timeit.timeit, "sum(range(100))", number=100_000),
    "timeit.repeat": lambda stage: partial(timeit.repeat, "sum(range(100))", number=100_000, repeat=2),
    "xml.dom.minidom.parseString": lambda stage: partial(xml.dom.minidom.parseString, document(5000)),
    "xml.dom.minidom.Node.toxml": lambda stage: tree().toxml,
    "xml.dom.minidom.Node.toprettyxml": lambda stage: tree().toprettyxml,
    "xml.dom.minidom.Document.writexml": lambda stage: partial(tree().writexml, io.StringIO()),
    "xml.etree.ElementTree.canonicalize": lambda stage: partial(xml.etree.ElementTree.canonicalize, document()),
    "xml.sax.parseString": lambda stage: partial(xml.sax.parseString, document(COUNT * 5), xml.sax.ContentHandler()),
    "xml.sax._Reader.feed": lambda stage: partial(fed, xml.sax.make_parser(), document(COUNT * 5)),
    "xmlrpc.client.dumps": lambda stage: partial(xmlrpc.client.dumps, (numbers(),)),
    "xmlrpc.client.loads": lambda stage: partial(xmlrpc.client.loads, xmlrpc.client.dumps((numbers(),))),
}
