"""Opening, reading and writing files: through pipes and FIFOs, whose other end comes late."""

import codecs
import contextlib
import fileinput
import io
import os
import pathlib
import tempfile
import tokenize
from functools import partial

SIZE = 1 << 27

READS = {
    "__next__": lambda file: next(file),
    "peek": lambda file: file.peek(),
    "read": lambda file: file.read(),
    "read1": lambda file: file.read1(),
    "readall": lambda file: file.readall(),
    "readinto": lambda file: file.readinto(bytearray(4)),
    "readinto1": lambda file: file.readinto1(bytearray(4)),
    "readline": lambda file: file.readline(),
    "readlines": lambda file: file.readlines(),
}
WRITES = {
    "write": lambda file, data: file.write(data),
    "writelines": lambda file, data: file.writelines([data]),
}


def reading(method, opened):
    return lambda stage: partial(READS[method], stage.close(opened(stage.pipe())))


def writing(method, opened, data):
    return lambda stage: partial(WRITES[method], stage.close(opened(stage.full_pipe())), data)


def flushing(opened, data):
    def prepare(stage):
        file = stage.close(opened(stage.full_pipe()))
        file.write(data)
        return file.flush

    return prepare


def opening(open_):
    return lambda stage: partial(lambda path: open_(path).close(), stage.fifo())


def seeking(open_):
    """It goes back to the beginning, which no FIFO does: by then it has waited."""

    def prepare(stage):
        path = stage.fifo()

        def wait():
            with contextlib.suppress(io.UnsupportedOperation):
                open_(path)

        return wait

    return prepare


def codec_file(fd):
    info = codecs.lookup("utf-8")
    mode = "rb" if os.get_blocking(fd) and readable(fd) else "wb"
    return codecs.StreamReaderWriter(open(fd, mode), info.streamreader, info.streamwriter)


def readable(fd):
    import fcntl

    return fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY


def wrapped(fd):
    """What `tempfile.NamedTemporaryFile` gives, around a pipe."""
    return tempfile._TemporaryFileWrapper(open(fd, "rb" if readable(fd) else "wb"), "pipe", delete=False)


def both_ways(method):
    """A pipe has no end that can be both read and written: a file of some size stands for a slow one."""

    def prepare(stage):
        file = stage.close(open(stage.sparse(SIZE), "r+b"))
        if method in ("__next__", "readline"):
            file.writelines([b"line\n"] * (1 << 20))
            file.seek(0)
            return partial(lines, file, READS[method])
        if method == "peek" or method == "read1" or method.startswith("readinto"):
            return partial(read_around, file, method, bytearray(SIZE))
        return partial(READS[method], file)

    return prepare


def lines(file, read):
    for _ in range(1 << 20):
        read(file)


def read_around(file, method, buffer):
    if method in ("peek", "read1"):
        file.raw.seek(0)
        return file.read1(SIZE) if method == "read1" else [peeked(file) for _ in range(1 << 14)]
    return getattr(file, method)(buffer)


def peeked(file):
    file.peek()
    file.seek(1 << 14, os.SEEK_CUR)


def both_ways_written(method):
    return lambda stage: partial(WRITES[method], stage.close(open(stage.file(), "w+b")), bytes(SIZE))


def both_ways_flushed(stage):
    file = stage.close(io.BufferedRandom(io.FileIO(stage.file(), "r+"), SIZE + 1))
    file.write(bytes(SIZE))
    return file.flush


def spooled(stage):
    file = stage.close(tempfile.SpooledTemporaryFile(dir=stage.folder()))
    file.write(bytes(SIZE))
    return file.rollover


def path_writing(method, data):
    return lambda stage: partial(getattr(pathlib.Path(stage.drain()), method), data)


def inputs(call):
    def prepare(stage):
        return partial(call, stage.close(fileinput.FileInput([stage.fifo()])))

    return prepare


def until_open(stage):
    path = stage.fifo()
    return lambda: os.close(os.open(path, os.O_RDONLY))


QUICK = {
    "builtins.open": opening(open),
    "io.open": opening(io.open),
    "io.open_code": opening(io.open_code),
    "io.FileIO.__init__": opening(io.FileIO),
    "codecs.open": opening(lambda path: codecs.open(path, encoding="utf-8")),
    "tokenize.open": seeking(tokenize.open),
    "pathlib.Path.open": opening(lambda path: pathlib.Path(path).open()),
    "pathlib.Path.read_text": lambda stage: pathlib.Path(stage.fifo()).read_text,
    "pathlib.Path.read_bytes": lambda stage: pathlib.Path(stage.fifo()).read_bytes,
    "pathlib.Path.write_text": path_writing("write_text", "x"),
    "pathlib.Path.write_bytes": path_writing("write_bytes", b"x"),
    "fileinput.FileInput.__next__": inputs(next),
    "fileinput.FileInput.readline": inputs(lambda lines: lines.readline()),
    "os.open": until_open,
    "os.read": lambda stage: partial(os.read, stage.pipe(), 4),
    "os.readv": lambda stage: partial(os.readv, stage.pipe(), [bytearray(4)]),
    "os.write": lambda stage: partial(os.write, stage.full_pipe(), b"x"),
    "os.writev": lambda stage: partial(os.writev, stage.full_pipe(), [b"x"]),
    "os.sendfile": lambda stage: partial(
        os.sendfile, stage.full_socket().fileno(), stage.close(open(stage.file(b"x"), "rb")).fileno(), 0, 1),
    "os.splice": lambda stage: partial(
        os.splice, stage.pipe(), stage.close(open(stage.file(), "wb")).fileno(), 4),
    "tempfile._TemporaryFileWrapper.flush": flushing(wrapped, b"x"),
    "tempfile._TemporaryFileWrapper.__iter__": lambda stage: partial(next, iter(wrapped(stage.pipe()))),
    "io.BufferedWriter.flush": flushing(lambda fd: open(fd, "wb"), b"x"),
    "io.TextIOWrapper.flush": flushing(lambda fd: open(fd, "w"), "x"),
    **{"io.FileIO." + name: reading(name, io.FileIO)
       for name in ("__next__", "read", "readall", "readinto", "readline", "readlines")},
    **{"io.BufferedReader." + name: reading(name, lambda fd: open(fd, "rb"))
       for name in ("__next__", "peek", "read", "read1", "readinto", "readinto1", "readline", "readlines")},
    **{"io.TextIOWrapper." + name: reading(name, open) for name in ("__next__", "read", "readline", "readlines")},
    **{"codecs.StreamReaderWriter." + name: reading(name, codec_file)
       for name in ("__next__", "read", "readline", "readlines")},
    **{"tempfile._TemporaryFileWrapper." + name: reading(name, wrapped) for name in ("read", "readline", "readlines")},
    **{"io.FileIO." + name: writing(name, lambda fd: io.FileIO(fd, "w"), b"x") for name in WRITES},
    **{"io.BufferedWriter." + name: writing(name, lambda fd: open(fd, "wb"), bytes(1 << 17)) for name in WRITES},
    **{"io.TextIOWrapper." + name: writing(name, lambda fd: open(fd, "w"), "x" * (1 << 17)) for name in WRITES},
    **{"codecs.StreamReaderWriter." + name: writing(name, codec_file, "x" * (1 << 17)) for name in WRITES},
    **{"tempfile._TemporaryFileWrapper." + name: writing(name, wrapped, bytes(1 << 17)) for name in WRITES},
}


def descriptors(stage, size):
    """Two open files: one of that size, made of nothing, and an empty one."""
    source = stage.close(open(stage.sparse(size), "r+b", buffering=0))
    target = stage.close(open(stage.file(), "wb", buffering=0))
    return source.fileno(), target.fileno()


def copied(stage):
    source, target = descriptors(stage, 0)
    for _ in range(4):
        os.write(source, bytes(SIZE // 2))
    return partial(os.copy_file_range, source, target, SIZE * 2, 0, 0)


def synced(flush):
    def prepare(stage):
        source, _ = descriptors(stage, 0)
        os.write(source, bytes(SIZE))
        return partial(flush, source)

    return prepare


SIZED = {
    **{"io.BufferedRandom." + name: both_ways(name)
       for name in ("__next__", "peek", "read", "read1", "readinto", "readline", "readlines")},
    **{"io.BufferedRandom." + name: both_ways_written(name) for name in WRITES},
    "io.BufferedRandom.flush": both_ways_flushed,
    "os.pread": lambda stage: partial(os.pread, descriptors(stage, SIZE)[0], SIZE, 0),
    "os.preadv": lambda stage: partial(os.preadv, descriptors(stage, SIZE)[0], [bytearray(SIZE)], 0),
    "os.pwrite": lambda stage: partial(os.pwrite, descriptors(stage, 0)[1], bytes(SIZE), 0),
    "os.pwritev": lambda stage: partial(os.pwritev, descriptors(stage, 0)[1], [bytes(SIZE)], 0),
    "os.copy_file_range": copied,
    "os.fsync": synced(os.fsync),
    "os.fdatasync": synced(os.fdatasync),
    "tempfile.SpooledTemporaryFile.rollover": spooled,
}
