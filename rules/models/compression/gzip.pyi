# source: https://docs.python.org/3/library/compression.html   checked: 3.14 documentation
from gzip import BadGzipFile, GzipFile, compress, decompress, open
