"""tarfile and zipfile: archives that open late, and members of some size."""

import contextlib
import os
import tarfile
import zipfile
from functools import partial

from .stage import LATE

SIZE = 1 << 24
COUNT = 2000
LONG_LINE = bytes(1 << 20) + b"\n"


def waiting(call, error):
    """It waits for the FIFO to open, and then finds no archive; further formats that it tries find no file."""

    def prepare(stage):
        path = stage.path()
        os.mkfifo(path)
        stage.helper("sleep %s; exec 3> %s; rm %s; echo no archive >&3" % (LATE, path, path))

        def wait():
            with contextlib.suppress(error, OSError):
                call(path)

        return wait

    return prepare


def packed(stage, mode="w:gz", count=1):
    """An archive of one large member, or of many empty ones."""
    path = stage.path("archive.tar")
    source = stage.file(os.urandom(SIZE) if count == 1 else b"")
    with tarfile.open(path, mode, **({"compresslevel": 1} if mode == "w:gz" else {})) as archive:
        if count == 1:
            archive.add(source, "member")
        for number in range(count if count > 1 else 0):
            archive.addfile(tarfile.TarInfo("member%d" % number))
    return path


def unpacking(call, **made):
    return lambda stage: partial(call, stage.close(tarfile.open(packed(stage, **made))), stage.folder())


def member(call):
    def prepare(stage):
        archive = stage.close(tarfile.open(packed(stage)))
        return partial(call, archive.extractfile("member"))

    return prepare


def long_lines(call):
    """A member of long lines."""

    def prepare(stage):
        path = stage.path("line.tar.gz")
        with tarfile.open(path, "w:gz") as archive:
            archive.add(stage.file(LONG_LINE * 64), "member")
        return partial(call, stage.close(tarfile.open(path)).extractfile("member"))

    return prepare


def zipped_lines(call):
    def prepare(stage):
        path = stage.path("line.zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(stage.file(LONG_LINE * 64), "member")
        return partial(call, stage.close(zipfile.ZipFile(path)).open("member"))

    return prepare


def adding(call):
    def prepare(stage):
        archive = stage.close(tarfile.open(stage.path("new.tar.gz"), "w:gz"))
        return partial(call, archive, stage.file(os.urandom(SIZE)))

    return prepare


def added(archive, path):
    info = archive.gettarinfo(path)
    with open(path, "rb") as file:
        archive.addfile(info, file)


def zipped(stage):
    path = stage.path("archive.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("member", b"".join(b"%x\n" % (n * n) for n in range(400_000)) * 8)
    return path


def unzipping(call):
    return lambda stage: partial(call, stage.close(zipfile.ZipFile(zipped(stage))), stage.folder())


def zip_member(call):
    return lambda stage: partial(call, stage.close(zipfile.ZipFile(zipped(stage))).open("member"))


def zipping(call):
    def prepare(stage):
        archive = stage.close(zipfile.ZipFile(stage.path("new.zip"), "w", zipfile.ZIP_DEFLATED))
        return partial(call, archive, stage.file(os.urandom(SIZE)))

    return prepare


def stream_written(archive, path):
    with archive.open("member", "w") as member, open(path, "rb") as file:
        member.write(file.read())


def modules(stage):
    """Many small ones: what compiles a single one keeps the GIL until it is done."""
    folder = stage.folder()
    for number in range(100):
        with open(os.path.join(folder, "late%d.py" % number), "w") as file:
            file.write("def f(a):\n    return [b for b in a if b]\n" * 50)
    archive = stage.close(zipfile.PyZipFile(stage.path("new.zip"), "w"))
    return partial(archive.writepy, folder)


READS = {
    "read": lambda f: f.read(), "readlines": lambda f: f.readlines(),
}
MANY = {"mode": "w", "count": COUNT}
QUICK = {
    "tarfile.open": waiting(tarfile.open, tarfile.TarError),
    "tarfile.is_tarfile": waiting(tarfile.is_tarfile, tarfile.TarError),
    "tarfile.TarFile.__init__": waiting(tarfile.TarFile, tarfile.TarError),
    "tarfile.TarFile.open": waiting(tarfile.TarFile.open, tarfile.TarError),
    "zipfile.is_zipfile": waiting(zipfile.is_zipfile, zipfile.BadZipFile),
    "zipfile.ZipFile.__init__": waiting(zipfile.ZipFile, zipfile.BadZipFile),
    "zipfile.Path.__init__": waiting(zipfile.Path, zipfile.BadZipFile),
}
SIZED = {
    "tarfile.TarFile.__iter__": unpacking(lambda archive, folder: list(archive)),
    "tarfile.TarFile.next": unpacking(lambda archive, folder: (archive.next(), archive.next())),
    "tarfile.TarFile.getmember": unpacking(lambda archive, folder: archive.getmember("member")),
    "tarfile.TarFile.getmembers": unpacking(lambda archive, folder: archive.getmembers()),
    "tarfile.TarFile.getnames": unpacking(lambda archive, folder: archive.getnames()),
    "tarfile.TarFile.list": unpacking(lambda archive, folder: archive.list(), **MANY),
    "tarfile.TarFile.extractfile": unpacking(lambda archive, folder: archive.extractfile("member")),
    "tarfile.TarFile.extract": unpacking(lambda archive, folder: archive.extract("member", folder)),
    "tarfile.TarFile.extractall": unpacking(lambda archive, folder: archive.extractall(folder)),
    "tarfile.TarFile.add": adding(lambda archive, path: archive.add(path)),
    "tarfile.TarFile.addfile": adding(added),
    **{"tarfile.ExFileObject." + name: member(call) for name, call in READS.items()},
    "tarfile.ExFileObject.__next__": long_lines(lambda f: [next(f) for _ in range(64)]),
    "tarfile.ExFileObject.readline": long_lines(lambda f: [f.readline() for _ in range(64)]),
    "zipfile.ZipExtFile.__next__": zipped_lines(lambda f: [next(f) for _ in range(64)]),
    "zipfile.ZipExtFile.readline": zipped_lines(lambda f: [f.readline() for _ in range(64)]),
    "zipfile.ZipFile.read": unzipping(lambda archive, folder: archive.read("member")),
    "zipfile.ZipFile.extract": unzipping(lambda archive, folder: archive.extract("member", folder)),
    "zipfile.ZipFile.extractall": unzipping(lambda archive, folder: archive.extractall(folder)),
    "zipfile.ZipFile.testzip": unzipping(lambda archive, folder: archive.testzip()),
    "zipfile.ZipFile.write": zipping(lambda archive, path: archive.write(path)),
    "zipfile.ZipFile.writestr": zipping(lambda archive, path: archive.writestr("member", os.urandom(SIZE))),
    "zipfile.ZipExtFile.write": zipping(stream_written),
    "zipfile.PyZipFile.writepy": modules,
    **{"zipfile.ZipExtFile." + name: zip_member(call) for name, call in READS.items()},
    "zipfile.ZipExtFile.readlines": zipped_lines(lambda f: f.readlines()),
    "zipfile.ZipExtFile.read1": zip_member(lambda f: f.read1(SIZE * 2)),
    "zipfile.Path.read_bytes": unzipping(lambda archive, folder: zipfile.Path(archive, "member").read_bytes()),
    "zipfile.Path.read_text": unzipping(lambda archive, folder: zipfile.Path(archive, "member").read_text()),
}
