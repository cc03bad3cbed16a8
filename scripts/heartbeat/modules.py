"""Importing, running and finding modules whose files open late."""

import importlib
import importlib.metadata
import importlib.resources
import os
import runpy
import sys
import types
from functools import partial

from .stage import LATE


def importable(stage, name="heartbeat_late"):
    """A module on the path; every case has a name of its own, since imports are kept."""
    importable.count += 1
    name = "%s_%d" % (name, importable.count)
    folder = stage.folder()
    stage.fifo(b"value = 1\n", path=os.path.join(folder, name + ".py"))
    sys.path.insert(0, folder)
    stage.stack.callback(sys.path.remove, folder)
    # The import system asks whether it is a regular file, which a FIFO is not.
    import _frozen_importlib_external as external

    stage.attribute(external, "_path_isfile", os.path.exists)
    importlib.invalidate_caches()
    stage.stack.callback(sys.modules.pop, name, None)
    return name


importable.count = 0


def importing(call):
    return lambda stage: partial(call, importable(stage))


def running_path(stage):
    """It is opened twice: compiled code is looked for first."""
    path = stage.path("late.py")
    os.mkfifo(path)
    stage.helper("for _ in 1 2; do sleep %s; echo 'value = 1' > %s; done" % (LATE, path))
    return partial(runpy.run_path, path)


def reloading(stage):
    name = importable(stage)
    module = types.ModuleType(name)
    sys.modules[name] = module
    return partial(importlib.reload, module)


def distribution(call, file="METADATA"):
    """Installed in a folder whose description opens late."""

    def prepare(stage):
        folder = stage.folder()
        inner = os.path.join(folder, "late-1.0.dist-info")
        os.mkdir(inner)
        stage.fifo(b"Name: late\nVersion: 1.0\n", path=os.path.join(inner, file))
        sys.path.insert(0, folder)
        stage.stack.callback(sys.path.remove, folder)
        importlib.invalidate_caches()
        return partial(call, "late")

    return prepare


def resource(call):
    """A package with one file of data, which opens late."""

    def prepare(stage):
        importable.count += 1
        name = "heartbeat_data_%d" % importable.count
        folder = stage.folder()
        os.mkdir(os.path.join(folder, name))
        with open(os.path.join(folder, name, "__init__.py"), "w"):
            pass
        stage.fifo(b"late", path=os.path.join(folder, name, "data.txt"))
        sys.path.insert(0, folder)
        stage.stack.callback(sys.path.remove, folder)
        importlib.invalidate_caches()
        package = importlib.import_module(name)
        return partial(call, package)

    return prepare


def entry_point(stage):
    return importlib.metadata.EntryPoint("late", importable(stage), "late").load


def data(package):
    import pkgutil

    pkgutil.get_data(package.__name__, "data.txt")


def resolved(name):
    import pkgutil

    pkgutil.resolve_name(name)


QUICK = {
    "importlib.import_module": importing(importlib.import_module),
    "importlib.reload": reloading,
    "importlib.metadata.EntryPoint.load": entry_point,
    "importlib.metadata.version": distribution(importlib.metadata.version),
    "importlib.metadata.metadata": distribution(importlib.metadata.metadata),
    "importlib.metadata.files": distribution(importlib.metadata.files, "RECORD"),
    "importlib.metadata.requires": distribution(importlib.metadata.requires),
    "importlib.resources.read_text": resource(lambda package: importlib.resources.read_text(package, "data.txt")),
    "importlib.resources.read_binary": resource(lambda package: importlib.resources.read_binary(package, "data.txt")),
    "importlib.resources.open_text": resource(
        lambda package: importlib.resources.open_text(package, "data.txt").close()),
    "importlib.resources.open_binary": resource(
        lambda package: importlib.resources.open_binary(package, "data.txt").close()),
    "pkgutil.get_data": resource(data),
    "pkgutil.resolve_name": importing(resolved),
    "runpy.run_module": importing(runpy.run_module),
    "runpy.run_path": running_path,
}
SIZED = {}
