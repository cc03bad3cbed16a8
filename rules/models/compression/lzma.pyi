# source: https://docs.python.org/3/library/compression.html   checked: 3.14 documentation
from lzma import LZMACompressor, LZMADecompressor, LZMAError, LZMAFile, compress, decompress, open
