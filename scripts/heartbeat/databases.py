"""sqlite3 with a lock that another connection holds, and the files of dbm.dumb and shelve."""

import dbm.dumb
import shelve
import sqlite3
from functools import partial

SIZE = 1 << 27
VALUES = 200
VALUE = bytes(1 << 20)
SECOND = """
    select 0 union all select count(*) from (
        with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 1000000)
        select n from numbers)
"""


def connect(stage, path):
    return stage.close(sqlite3.connect(path, check_same_thread=False))


def database(stage):
    path = stage.path("late.db")
    with connect(stage, path) as connection:
        connection.execute("create table t (a)")
        connection.execute("insert into t values (zeroblob(8))")
    return path


def locked(call, cursor=False):
    """Another connection is in the middle of a change."""

    def prepare(stage):
        path = database(stage)
        connection = connect(stage, path)
        other = connect(stage, path)
        other.execute("begin exclusive")
        stage.later(other.rollback)
        return partial(call, connection.cursor() if cursor else connection)

    return prepare


def read_elsewhere(call):
    """What was changed can be written once nobody reads the file any more."""

    def prepare(stage):
        path = database(stage)
        connection = connect(stage, path)
        other = connect(stage, path)
        other.execute("begin")
        other.execute("select * from t").fetchall()
        connection.execute("insert into t values (1)")
        stage.later(other.rollback)
        return partial(call, connection)

    return prepare


def leaving(connection):
    connection.__exit__(None, None, None)


QUICK = {
    **{"sqlite3.%s.execute" % owner: locked(lambda there: there.execute("insert into t values (1)"), owner == "Cursor")
       for owner in ("Connection", "Cursor")},
    **{"sqlite3.%s.executemany" % owner: locked(
        lambda there: there.executemany("insert into t values (?)", [(1,)]), owner == "Cursor")
       for owner in ("Connection", "Cursor")},
    **{"sqlite3.%s.executescript" % owner: locked(
        lambda there: there.executescript("insert into t values (1)"), owner == "Cursor")
       for owner in ("Connection", "Cursor")},
    "sqlite3.Connection.blobopen": locked(lambda there: there.blobopen("t", "a", 1).close()),
    "sqlite3.Connection.iterdump": locked(lambda there: list(there.iterdump())),
    "sqlite3.Connection.commit": read_elsewhere(lambda there: there.commit()),
    "sqlite3.Connection.__exit__": read_elsewhere(leaving),
}


def fetching(call):
    """The second row takes long to find."""
    return lambda stage: partial(call, connect(stage, ":memory:").execute(SECOND))


def rolled_back(stage):
    """More than fits in its memory, so that the file itself must be put back."""
    connection = connect(stage, stage.path("large.db"))
    connection.execute("create table t (a)")
    connection.executemany("insert into t values (zeroblob(?))", [(1 << 20,)] * 200)
    connection.commit()
    connection.execute("update t set a = randomblob(1 << 20)")
    return connection.rollback


def backed_up(stage):
    connection = blobs(stage)
    return partial(connection.backup, connect(stage, stage.path("copy.db")))


def blobs(stage, size=SIZE):
    connection = connect(stage, stage.path("large.db"))
    connection.execute("create table t (a)")
    connection.execute("insert into t values (zeroblob(?))", (size,))
    connection.commit()
    return connection


def serialized(stage):
    """Several times something smaller: the copy that is returned is made with the GIL held."""
    connection = blobs(stage, SIZE >> 4)
    return lambda: [connection.serialize() for _ in range(16)]


def deserialized(stage):
    data = blobs(stage).serialize()
    return partial(connect(stage, ":memory:").deserialize, data * 2)


def blob(call):
    def prepare(stage):
        return partial(call, stage.close(blobs(stage).blobopen("t", "a", 1)))

    return prepare


def dumb(call):
    """A large value, in the backend that every Python has."""

    def prepare(stage):
        there = stage.close(dbm.dumb.open(stage.path("late"), "n"))
        there["a"] = bytes(SIZE)
        return partial(call, there)

    return prepare


def index(stage):
    """A file of a hundred thousand keys, and the database that has them."""
    path = stage.path("late")
    there = dbm.dumb.open(path, "n")
    there._index = {b"%d" % number: (0, 1) for number in range(100_000)}
    there._modified = True
    there._commit()
    return there, path


def indexed(call):
    def prepare(stage):
        there, _ = index(stage)
        there._modified = True
        return partial(call, there)

    return prepare


def reopened(open_):
    def prepare(stage):
        _, path = index(stage)
        return lambda: open_(path)

    return prepare


def shelf(call, cached=False):
    """Many values of a megabyte: one that is larger is unpickled in one go, with the GIL held."""

    def prepare(stage):
        there = shelve.Shelf(dbm.dumb.open(stage.path("late"), "n"), writeback=cached)
        for number in range(VALUES):
            there[str(number)] = VALUE
        return partial(call, there)

    return prepare


def each(call):
    return shelf(lambda there: [call(there, str(number)) for number in range(VALUES)])


def shelves(call):
    def prepare(stage):
        there, _ = index(stage)
        there._modified = True
        return partial(call, shelve.Shelf(there))

    return prepare


SIZED = {
    "sqlite3.Cursor.__next__": fetching(lambda cursor: (next(cursor), next(cursor))),
    "sqlite3.Cursor.fetchone": fetching(lambda cursor: (cursor.fetchone(), cursor.fetchone())),
    "sqlite3.Cursor.fetchmany": fetching(lambda cursor: cursor.fetchmany(2)),
    "sqlite3.Cursor.fetchall": fetching(lambda cursor: cursor.fetchall()),
    "sqlite3.Connection.rollback": rolled_back,
    "sqlite3.Connection.backup": backed_up,
    "sqlite3.Connection.serialize": serialized,
    "sqlite3.Connection.deserialize": deserialized,
    "sqlite3.Blob.read": blob(lambda there: there.read()),
    "sqlite3.Blob.write": blob(lambda there: there.write(bytes(SIZE))),
    "dbm.dumb.open": reopened(dbm.dumb.open),
    "dbm.open": reopened(dbm.open),
    "shelve.open": reopened(shelve.open),
    "shelve.DbfilenameShelf.__init__": reopened(shelve.DbfilenameShelf),
    "dbm._Database.__getitem__": dumb(lambda there: there["a"]),
    "dbm._Database.get": dumb(lambda there: there.get("a")),
    "dbm._Database.__setitem__": dumb(lambda there: there.__setitem__("a", bytes(SIZE))),
    "dbm._Database.setdefault": dumb(lambda there: there.setdefault("b", bytes(SIZE))),
    "dbm._Database.__delitem__": indexed(lambda there: there.__delitem__("1")),
    "dbm._Database.__exit__": indexed(leaving),
    "dbm._Database.close": indexed(lambda there: there.close()),
    "shelve.Shelf.__getitem__": each(lambda there, key: there[key]),
    "shelve.Shelf.get": each(lambda there, key: there.get(key)),
    "shelve.Shelf.clear": shelf(lambda there: there.clear()),
    "shelve.Shelf.pop": each(lambda there, key: there.pop(key)),
    "shelve.Shelf.items": shelf(lambda there: list(there.items())),
    "shelve.Shelf.values": shelf(lambda there: list(there.values())),
    "shelve.Shelf.__setitem__": each(lambda there, key: there.__setitem__(key, VALUE)),
    "shelve.Shelf.setdefault": each(lambda there, key: there.setdefault("new" + key, VALUE)),
    "shelve.Shelf.update": shelf(lambda there: there.update({str(number): VALUE for number in range(VALUES)})),
    "shelve.Shelf.sync": shelf(lambda there: there.sync(), cached=True),
    "shelve.Shelf.__delitem__": shelves(lambda there: there.__delitem__("1")),
    "shelve.Shelf.__iter__": shelves(lambda there: list(there)),
    "shelve.Shelf.keys": shelves(lambda there: list(there.keys())),
    "shelve.Shelf.close": shelves(lambda there: there.close()),
    "shelve.Shelf.__exit__": shelves(leaving),
}
