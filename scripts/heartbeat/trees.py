"""Folders of many files, and files of some size."""

import filecmp
import glob
import os
import pathlib
import pkgutil
import shutil
import tempfile
import venv
import zipapp
from functools import partial

COUNT = 30_000
SIZE = 1 << 28


def tree(stage, count=COUNT, suffix=""):
    folder = stage.path("tree")
    inner = os.path.join(folder, "inner")
    os.makedirs(inner)
    first = os.path.join(inner, "first")
    with open(first, "wb"):
        pass
    for number in range(count):
        os.link(first, "%s/file%d%s" % (inner, number, suffix))
    return folder


def of_tree(call):
    return lambda stage: partial(call, tree(stage))


def inside(call):
    return lambda stage: partial(call, os.path.join(tree(stage), "inner"))


def large(call):
    def prepare(stage):
        source = stage.file(bytes(SIZE))
        return partial(call, source, source + "-copy")

    return prepare


def same(call):
    """Two files of one content, compared to the end."""

    def prepare(stage):
        folder, other = stage.folder(), stage.folder()
        for place in (folder, other):
            with open(os.path.join(place, "a"), "wb") as file:
                file.truncate(SIZE)
        return partial(call, folder, other)

    return prepare


def compared(call):
    """Every file of one folder beside that of another."""

    def prepare(stage):
        folders = [os.path.join(tree(stage, 2000), "inner") for _ in range(2)]
        return partial(call, filecmp.dircmp(*folders))

    return prepare


def moved(source, target):
    """As between file systems, where it must copy."""
    rename, os.rename = os.rename, refused
    try:
        shutil.move(source, target)
    finally:
        os.rename = rename


def refused(*_):
    raise OSError


def copied(source, target):
    with open(source, "rb") as there, open(target, "wb") as here:
        shutil.copyfileobj(there, here)


def archived(stage):
    folder = os.path.dirname(stage.file(os.urandom(1 << 23)))
    return partial(shutil.make_archive, stage.path("archive"), "zip", folder)


def unpacked(stage):
    archive = archived(stage)()
    return partial(shutil.unpack_archive, archive, stage.folder())


def application(stage):
    folder = os.path.dirname(stage.file(b"", "__main__.py"))
    with open(os.path.join(folder, "data"), "wb") as file:
        file.write(bytes(SIZE // 2))
    return partial(zipapp.create_archive, folder, stage.path("app.pyz"))


def temporary(call):
    def prepare(stage):
        there = tempfile.TemporaryDirectory()
        stage.stack.callback(shutil.rmtree, there.name, True)
        first = os.path.join(there.name, "first")
        with open(first, "wb"):
            pass
        for number in range(COUNT):
            os.link(first, os.path.join(there.name, str(number)))
        return partial(call, there)

    return prepare


def packages(call):
    """Modules in one folder, none of which is imported."""
    return lambda stage: partial(call, os.path.join(tree(stage, suffix=".py"), "inner"))


QUICK = {}
SIZED = {
    "os.listdir": inside(lambda path: [os.listdir(path) for _ in range(4)]),
    "os.scandir": inside(lambda path: [list(os.scandir(path)) for _ in range(4)]),
    "os.walk": of_tree(lambda path: [list(os.walk(path)) for _ in range(4)]),
    "os.fwalk": of_tree(lambda path: [list(os.fwalk(path)) for _ in range(4)]),
    "pathlib.Path.walk": of_tree(lambda path: list(pathlib.Path(path).walk())),
    "glob.glob": inside(lambda path: glob.glob(path + "/*")),
    "glob.iglob": inside(lambda path: list(glob.iglob(path + "/*"))),
    "pathlib.Path.iterdir": inside(lambda path: list(pathlib.Path(path).iterdir())),
    "pathlib.Path.glob": inside(lambda path: list(pathlib.Path(path).glob("*"))),
    "pathlib.Path.rglob": of_tree(lambda path: list(pathlib.Path(path).rglob("*"))),
    "shutil.rmtree": of_tree(shutil.rmtree),
    "shutil.copytree": lambda stage: partial(shutil.copytree, tree(stage, COUNT // 10), stage.path("copy")),
    "shutil.copyfile": large(shutil.copyfile),
    "shutil.copy": large(shutil.copy),
    "shutil.copy2": large(shutil.copy2),
    "shutil.copyfileobj": large(copied),
    "shutil.move": large(moved),
    "shutil.make_archive": archived,
    "shutil.unpack_archive": unpacked,
    "filecmp.cmp": same(lambda a, b: filecmp.cmp(a + "/a", b + "/a", shallow=False)),
    "filecmp.cmpfiles": same(lambda a, b: filecmp.cmpfiles(a, b, ["a"], shallow=False)),
    "filecmp.dircmp.report": compared(lambda there: there.report()),
    "filecmp.dircmp.report_full_closure": compared(
        lambda there: there.report_full_closure()),
    "tempfile.TemporaryDirectory.__exit__": temporary(lambda there: there.__exit__(None, None, None)),
    "tempfile.TemporaryDirectory.cleanup": temporary(lambda there: there.cleanup()),
    "pkgutil.iter_modules": packages(lambda path: list(pkgutil.iter_modules([path]))),
    "pkgutil.walk_packages": packages(lambda path: list(pkgutil.walk_packages([path]))),
    "zipapp.create_archive": application,
    # A new one is a few small files; one that is replaced is deleted with all that was installed.
    "venv.create": of_tree(partial(venv.create, clear=True)),
    "venv.EnvBuilder.create": of_tree(venv.EnvBuilder(clear=True).create),
}
