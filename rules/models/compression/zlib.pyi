# source: https://docs.python.org/3/library/compression.html   checked: 3.14 documentation
import sys

if sys.version_info >= (3, 14):
    from zlib import adler32, compress, compressobj, crc32, decompress, decompressobj, error
