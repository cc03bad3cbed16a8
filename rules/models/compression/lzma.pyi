# source: https://docs.python.org/3/library/compression.html   checked: 3.14 documentation
import sys

if sys.version_info >= (3, 14):
    from lzma import LZMACompressor, LZMADecompressor, LZMAError, LZMAFile, compress, decompress, open
