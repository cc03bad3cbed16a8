"""gzip, bz2, lzma and zlib: files that open late, and data of some size."""

import bz2
import functools
import gzip
import lzma
import os
import zlib
from functools import partial

MODULES = {"gzip": (gzip, gzip.GzipFile), "bz2": (bz2, bz2.BZ2File), "lzma": (lzma, lzma.LZMAFile)}
# It is so slow otherwise that a case takes minutes.
FAST = {lzma: {"preset": 0}}
READS = {
    "__next__": next, "read": lambda f: f.read(), "read1": lambda f: f.read1(), "readline": lambda f: f.readline(),
    "readlines": lambda f: f.readlines(), "peek": lambda f: f.peek(1),
}


@functools.cache
def lines(size=1 << 23):
    return b"".join(b"%x\n" % (number * number) for number in range(2_000_000))[:size]


def opening(call):
    def prepare(stage):
        path = stage.fifo()
        return lambda: stage.close(call(path))

    return prepare


def reading(module, cls, call):
    """From a pipe whose other end writes late."""
    data = module.compress(b"late\n")

    def prepare(stage):
        return partial(call, cls(fileobj_of(stage.pipe(data)), "rb") if cls is not gzip.GzipFile else
                       gzip.GzipFile(fileobj=fileobj_of(stage.pipe(data)), mode="rb"))

    return prepare


def fileobj_of(descriptor):
    return open(descriptor, "rb", buffering=0)


def written(module, call):
    return lambda stage: partial(call, stage.close(module.open(stage.path(), "wb", **FAST.get(module, {}))))


def flushing(compressor):
    def prepare(stage):
        there = compressor()
        there.compress(os.urandom(1 << 19) * 2)
        return there.flush

    return prepare


QUICK = {
    **{name + ".open": opening(module.open) for name, (module, _) in MODULES.items()},
    **{"%s.%s.__init__" % (name, cls.__name__): opening(cls) for name, (_, cls) in MODULES.items()},
    **{"%s.%s.%s" % (name, cls.__name__, method): reading(module, cls, call)
       for name, (module, cls) in MODULES.items() for method, call in READS.items()},
}
SIZED = {
    **{"%s.%s.write" % (name, cls.__name__): written(module, lambda file: file.write(lines(1 << 21)))
       for name, (module, cls) in MODULES.items()},
    **{"%s.%s.writelines" % (name, cls.__name__): written(module, lambda file: file.writelines([lines(1 << 21)]))
       for name, (module, cls) in MODULES.items()},
    **{name + ".compress": lambda stage, module=module: partial(module.compress, lines(1 << 21), **FAST.get(module, {}))
       for name, (module, _) in (*MODULES.items(), ("zlib", (zlib, None)))},
    **{name + ".decompress": lambda stage, module=module: partial(
        module.decompress, module.compress(lines(), **FAST.get(module, {})))
       for name, (module, _) in (("bz2", (bz2, None)), ("lzma", (lzma, None)))},
    "bz2.BZ2Compressor.compress": lambda stage: partial(bz2.BZ2Compressor().compress, lines(1 << 21)),
    "lzma.LZMACompressor.compress": lambda stage: partial(lzma.LZMACompressor(preset=0).compress, lines(1 << 21)),
    "zlib._Compress.compress": lambda stage: partial(zlib.compressobj().compress, lines(1 << 21)),
    "bz2.BZ2Compressor.flush": flushing(bz2.BZ2Compressor),
    "lzma.LZMACompressor.flush": flushing(lzma.LZMACompressor),
    "bz2.BZ2Decompressor.decompress": lambda stage: partial(bz2.BZ2Decompressor().decompress, bz2.compress(lines())),
    "lzma.LZMADecompressor.decompress": lambda stage: partial(
        lzma.LZMADecompressor().decompress, lzma.compress(lines(), preset=0)),
}
