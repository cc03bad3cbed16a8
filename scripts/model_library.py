"""The model files, read once each, and what they say about one another."""

import ast
import os
import sys

from stub_grammar import AWAITABLE, Stub, defined_names, text_of

TYPING = ("typing", "typing_extensions")
DEFINING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.AnnAssign, ast.Assign)


class Library:
    """The model files, each read once."""

    def __init__(self, root):
        self.root = root
        self.stubs = {}

    def paths(self):
        for folder, folders, files in sorted(os.walk(self.root)):
            for file in sorted(files):
                if file.endswith(".pyi"):
                    yield os.path.join(folder, file)

    def module_name(self, path):
        name = os.path.relpath(path, self.root)[: -len(".pyi")].replace(os.sep, ".")
        return name[: -len(".__init__")] if name.endswith(".__init__") else name

    def path(self, name):
        base = os.path.join(self.root, *name.split("."))
        for path in (os.path.join(base, "__init__.pyi"), base + ".pyi"):
            if os.path.isfile(path):
                return path
        return None

    def stub(self, name):
        if name not in self.stubs:
            path = self.path(name)
            found = None
            if path is not None:
                with open(path, encoding="utf-8") as file:
                    try:
                        found = Stub(path, file.read(), sys.version_info[:2])
                    except SyntaxError as error:
                        found = error
            self.stubs[name] = found
        return self.stubs[name]

    def link_faults(self, stub, name):
        """Imports between models, names after `use=` and what is awaited must lead somewhere, given a model."""
        faults = []
        for node, original in stub.imports.values():
            source = self.absolute(stub, name, node)
            known = self.stub(source)
            if isinstance(known, Stub) and source not in TYPING and not self.lists(known, source, original):
                faults.append((node.lineno, "the model of `%s` has no `%s`" % (source, original)))
        for node, use in stub.uses:
            parts = use.split(".")
            owner = max((i for i in range(1, len(parts)) if self.path(".".join(parts[:i]))), default=0)
            module = ".".join(parts[:owner])
            if owner and not self.resolves(module, parts[owner:]):
                faults.append((node.lineno, "`use` names `%s`, which the model of `%s` does not have" % (use, module)))
        for decorator, node in stub.awaited:
            if not self.awaitable(stub, name, node):
                faults.append((decorator.lineno, "`%s` gives nothing that can be awaited" % node.name))
        return faults

    def absolute(self, stub, name, node):
        if node.level == 0:
            return node.module
        package = name.split(".") if os.path.basename(stub.path) == "__init__.pyi" else name.split(".")[:-1]
        package = package[: len(package) - node.level + 1]
        return ".".join(package + ([node.module] if node.module else []))

    def lists(self, stub, module, name):
        """Whether the model lists the name, for any version, or says that it does not list all."""
        if name == "*" or name in stub.names or name in stub.left_out or self.path("%s.%s" % (module, name)):
            return True
        return any(
            isinstance(node, ast.ImportFrom) and node.names[0].name == "*"
            or isinstance(node, ast.FunctionDef) and node.name == "__getattr__"
            for node in stub.body
        )

    def find(self, module, name, depth=0):
        """The statement that defines the name, through re-exports and aliases, with its module; None without one."""
        stub = self.stub(module)
        node = stub.names.get(name) if isinstance(stub, Stub) else None
        if depth > 8 or node is None:
            return None
        if isinstance(node, ast.ImportFrom):
            return self.find(self.absolute(stub, module, node), stub.imports[name][1], depth + 1)
        if isinstance(node, ast.Assign) and text_of(node.value):
            return self.find(module, text_of(node.value), depth + 1)
        return module, node

    def resolves(self, module, parts):
        stub = self.stub(module)
        if not isinstance(stub, Stub):
            return True
        if parts[0] not in stub.names:
            return self.lists(stub, module, parts[0])
        found = self.find(module, parts[0])
        return found is None or len(parts) == 1 or self.has_member(found, parts[1])

    def has_member(self, found, name, depth=0):
        """Whether a class has the member or may have it; bases are looked for in other models too."""
        module, node = found
        if not isinstance(node, ast.ClassDef) or depth > 8:
            return True
        statements = [statement for statement in ast.walk(node) if isinstance(statement, DEFINING)]
        members = {member for statement in statements for member in defined_names(statement)}
        if name in members or "__getattr__" in members and not name.startswith("__"):
            return True
        names = [text_of(base.value if isinstance(base, ast.Subscript) else base) for base in node.bases]
        bases = [self.find(module, base) for base in names]
        return any(self.has_member(base, name, depth + 1) for base in bases if base and base[0] not in TYPING)

    def awaitable(self, stub, module, node):
        for part in ast.walk(node.returns) if node.returns is not None else ():
            name = part.id if isinstance(part, ast.Name) else ""
            if AWAITABLE.search(name):
                return True
            found = self.find(module, name)
            if found and any(self.has_member(found, dunder) for dunder in ("__await__", "__aenter__", "__aiter__")):
                return True
        return False
