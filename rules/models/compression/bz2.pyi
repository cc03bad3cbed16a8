# source: https://docs.python.org/3/library/compression.html   checked: 3.14 documentation
import sys

if sys.version_info >= (3, 14):
    from bz2 import BZ2Compressor, BZ2Decompressor, BZ2File, compress, decompress, open
