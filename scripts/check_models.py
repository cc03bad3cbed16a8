"""Compares the model stubs with their grammar and with the interpreter that runs this: names, asyncness, parameters.

    python3 scripts/check_models.py [--counts] [--notes] [FILE OR FOLDER...]

Modules that cannot be imported here are checked for grammar only, and counted.
"""

import ast
import collections
import contextlib
import importlib
import inspect
import io
import os
import re
import sys
import warnings

sys.dont_write_bytecode = True  # its own helpers stand in a folder of the repository

from model_library import TYPING, Library
from stub_grammar import AWAITABLE, decorator_names, defined_names

ROOT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules", "models")
ABSENT = object()


def main(arguments):
    flags = {argument for argument in arguments if argument.startswith("--")}
    wanted = [os.path.abspath(argument) for argument in arguments if not argument.startswith("--")] or [ROOT]
    unknown = flags - {"--counts", "--notes"}
    if unknown:
        print("unknown option %s" % ", ".join(sorted(unknown)), file=sys.stderr)
        return 2
    library = Library(ROOT)
    totals = collections.Counter()
    effects = collections.Counter()
    skipped = []
    for path in library.paths():
        if not any(path == name or path.startswith(name + os.sep) for name in wanted):
            continue
        name = library.module_name(path)
        stub = library.stub(name)
        shown = os.path.relpath(path)
        if isinstance(stub, SyntaxError):
            print("%s:%s: %s" % (shown, stub.lineno, stub.msg))
            totals["errors"] += 1
            continue
        problems = stub.errors + library.link_faults(stub, name)
        module = load(name)
        notes = []
        if module is ABSENT:
            skipped.append(name)
        else:
            comparison = Comparison(stub, totals)
            comparison.module(module)
            problems = problems + comparison.errors
            notes = comparison.notes
        for line, message in sorted(set(problems)):
            print("%s:%d: %s" % (shown, line, message))
            totals["errors"] += 1
        for line, message in sorted(set(notes)) if "--notes" in flags else ():
            print("%s:%d: note: %s" % (shown, line, message))
        totals["models"] += 1
        totals["notes"] += len(set(notes))
        effects.update(stub.effects)
    if "--counts" in flags:
        for (kind, cost), count in sorted(effects.items()):
            print("%-8s %-10s %5d" % (kind, cost, count))
    print(
        "%d models, %d names compared with Python %d.%d, %d attributes not visible on a class, %d helpers of ours, "
        "%d modules not importable here, %d notes, %d errors"
        % (totals["models"], totals["names"], sys.version_info[0], sys.version_info[1], totals["unseen"],
           totals["helpers"], len(skipped), totals["notes"], totals["errors"])
    )
    if totals["models"] == 0:
        print("no models found", file=sys.stderr)
        return 2
    return 1 if totals["errors"] else 0


def load(name):
    try:
        noise = io.StringIO()
        with warnings.catch_warnings(), contextlib.redirect_stdout(noise), contextlib.redirect_stderr(noise):
            warnings.simplefilter("ignore")
            return importlib.import_module(name)
    except BaseException:
        return ABSENT


class Comparison:
    """One model beside the module that it speaks of."""

    def __init__(self, stub, totals):
        self.stub = stub
        self.totals = totals
        self.errors = []
        self.notes = []
        self.annotated = {
            part.id for node in ast.walk(stub.tree) for slot in ("annotation", "returns", "bases")
            for tree in as_list(getattr(node, slot, None)) for part in ast.walk(tree) if isinstance(part, ast.Name)
        }
        self.exact = False
        self.binding = True

    def module(self, module):
        checked = re.match(r"(\d+)\.(\d+)", self.stub.checked)
        version = tuple(int(part) for part in checked.groups()) if checked else None
        installed = installed_version(module)
        if installed is not None:
            self.exact = self.binding = installed == version
        else:
            self.exact = version is not None and sys.version_info[:2] >= version
        for node in self.stub.body:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self.re_exports(module, node)
                continue
            for name in defined_names(node):
                if is_type_variable(node) or name == "__getattr__":
                    continue
                found = getattr(module, name, ABSENT)
                self.member(node, name, found, name)
        if not self.binding:
            self.notes += self.errors
            self.errors = []

    def re_exports(self, module, node):
        for alias in node.names:
            name = alias.asname or alias.name
            wanted_here = name not in self.annotated or alias.asname == alias.name
            if not isinstance(node, ast.ImportFrom) or not wanted_here or node.module in TYPING:
                continue
            if name != "*" and not name.startswith("_"):
                self.totals["names"] += 1
                if not hasattr(module, name):
                    self.errors.append((node.lineno, "re-exports `%s`, which is not there" % name))

    def member(self, node, name, found, shown):
        if found is ABSENT:
            if name.startswith("_") and not name.startswith("__") or "type_check_only" in decorator_names_of(node):
                self.totals["helpers"] += 1
            else:
                self.errors.append((node.lineno, "`%s` does not exist" % shown))
            return
        self.totals["names"] += 1
        if isinstance(node, ast.ClassDef):
            if inspect.isclass(found):
                self.members(node, found, shown)
            elif not callable(found):
                self.errors.append((node.lineno, "`%s` is no class" % shown))
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.function(node, found, shown, method=False)

    def members(self, node, cls, shown):
        for statement in self.stub.statements(node.body, "class"):
            for name in defined_names(statement):
                full = "%s.%s" % (shown, name)
                found = next((vars(base)[name] for base in cls.__mro__ if name in vars(base)), ABSENT)
                if isinstance(statement, ast.AnnAssign):
                    self.totals["names" if found is not ABSENT else "unseen"] += 1
                elif isinstance(statement, ast.ClassDef) or found is ABSENT:
                    self.member(statement, name, found, full)
                else:
                    self.totals["names"] += 1
                    self.function(statement, found, full, method=True, cls=cls)

    def function(self, node, found, shown, method, cls=None):
        is_property = isinstance(found, property) or inspect.isdatadescriptor(found) and not callable(found)
        if "property" in decorator_names(node):
            if inspect.isfunction(found):
                self.errors.append((node.lineno, "`%s` is a method, not a property" % shown))
            return
        if method and is_property:
            self.errors.append((node.lineno, "`%s` is a property" % shown))
            return
        plain = inspect.unwrap(found.__func__ if isinstance(found, (staticmethod, classmethod)) else found)
        self.asyncness(node, plain, shown)
        if node.name == "__init__" and (cls is None or not inspect.isfunction(plain)):
            plain = cls if cls is not None else plain
        takes_self = method and not isinstance(found, staticmethod)
        self.parameters(node, plain, shown, takes_self)

    def asyncness(self, node, plain, shown):
        coroutine = inspect.iscoroutinefunction(plain)
        if isinstance(node, ast.FunctionDef):
            if coroutine and not any(AWAITABLE.search(name) for name in names_in(node.returns)):
                self.errors.append((node.lineno, "`%s` is `async def`" % shown))
        elif inspect.isfunction(plain) and not coroutine and not inspect.isasyncgenfunction(plain):
            stated = re.findall(r"\w+", str(plain.__annotations__.get("return", "")))
            if not any(AWAITABLE.search(name) for name in stated):
                self.errors.append((node.lineno, "`%s` is not `async def`" % shown))

    def parameters(self, node, plain, shown, takes_self):
        try:
            signature = inspect.signature(plain)
        except Exception:
            return
        there = list(signature.parameters.values())
        if any(parameter.kind is parameter.VAR_KEYWORD for parameter in there):
            return
        names = [parameter.name for parameter in there]
        stated = [argument.arg for argument in node.args.args]
        if takes_self and not node.args.posonlyargs:
            stated = stated[1:]
        speaks_of = self.stub.spoken.get(node, set())
        for name in stated + [argument.arg for argument in node.args.kwonlyargs]:
            if name in names:
                continue
            message = "`%s` has no parameter `%s`, it has %s" % (shown, name, ", ".join(names))
            (self.errors if self.exact or name in speaks_of else self.notes).append((node.lineno, message))
        order = [name for name in stated if name in names]
        if order != sorted(order, key=names.index):
            message = "`%s` takes its parameters in another order: %s" % (shown, ", ".join(names))
            self.errors.append((node.lineno, message))


def installed_version(module):
    """`(2, 34)` of a package that was installed; None for a module of the standard library."""
    file = getattr(module, "__file__", None) or ""
    if "site-packages" not in file and "dist-packages" not in file:
        return None
    top = sys.modules.get(module.__name__.partition(".")[0])
    with warnings.catch_warnings():
        # Some packages call the attribute deprecated.
        warnings.simplefilter("ignore")
        match = re.match(r"(\d+)\.(\d+)", str(getattr(top, "__version__", "")))
    return tuple(int(part) for part in match.groups()) if match else ()


def names_in(node):
    return [part.id for part in ast.walk(node) if isinstance(part, ast.Name)] if node is not None else []


def as_list(value):
    return value if isinstance(value, list) else [value] if isinstance(value, ast.AST) else []


def decorator_names_of(node):
    return decorator_names(node) if hasattr(node, "decorator_list") else set()


def is_type_variable(node):
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
