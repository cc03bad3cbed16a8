"""Entries that are not run, each with its reason. The longest prefix counts."""

PERSON = "waits for a person"
PROCESS = "a fork of the process that measures would measure, too"
BROWSER = "opens a browser"
NAMES = "asks the name server of the machine"
DISK = "one small step on the file, slow only where the disk is"
SHARED = "not in every Python"

REASONS = {
    "builtins.breakpoint": PERSON, "cmd.": PERSON, "code.": PERSON, "getpass.": PERSON,
    "msvcrt.": PERSON, "pdb.": PERSON,
    "telnetlib.Telnet.interact": PERSON, "telnetlib.Telnet.mt_interact": PERSON,
    "os.fork": PROCESS, "pty.fork": PROCESS, "webbrowser.": BROWSER,
    "socket.": NAMES, "email.utils.make_msgid": NAMES,
    "dbm._Database.": DISK, "shelve.Shelf.": DISK, "sqlite3.connect": DISK, "sqlite3.Connection.__init__": DISK,
    "tempfile.": DISK, "zipfile.": DISK, "readline.": DISK,
    "dbm.gnu.": SHARED, "dbm.ndbm.": SHARED, "sqlite3.Connection.load_extension": SHARED,
    "compression.zstd.": "needs Python 3.14",
    "pathlib.Path.copy": "needs Python 3.14", "pathlib.Path.move": "needs Python 3.14",
    "grp.": "reads the users of the machine", "pwd.": "reads the users of the machine",
    "os.popen": "returns once the shell has started, which is slow only where the machine is",
    "os.posix_fallocate": "immediate on file systems that allocate in extents",
    "os.sync": "writes out what all of the machine has changed",
    "termios.": "needs a serial line",
}


def reason(name):
    """None for an entry that somebody must make a case for, or a reason."""
    found = [prefix for prefix in REASONS if name.startswith(prefix)]
    return REASONS[max(found, key=len)] if found else None
