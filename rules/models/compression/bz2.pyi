# source: https://docs.python.org/3/library/compression.html   checked: 3.14 documentation
from bz2 import BZ2Compressor, BZ2Decompressor, BZ2File, compress, decompress, open
