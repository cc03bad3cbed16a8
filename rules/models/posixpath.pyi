# source: https://docs.python.org/3/library/os.path.html   checked: 3.13
import sys
from os.path import (
    abspath, basename, commonpath, commonprefix, dirname, exists, expanduser, expandvars, getatime, getctime, getmtime, getsize,
    isabs, isdir, isfile, islink, ismount, join, lexists, normcase, normpath, realpath, relpath, samefile, sameopenfile, samestat,
    split, splitdrive, splitext,
)
if sys.version_info >= (3, 12):
    from os.path import isjunction, splitroot
