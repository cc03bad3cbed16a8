"""The entries of the standard library, as the models state them."""

import ast
import os

from model_library import Library
from stub_grammar import text_of

ROOT = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "rules", "models")
COSTS = ("micro", "bounded", "unbounded")


class Entry:
    """One function or method with `@blocks` or `@computes`, whatever the version of Python that it stands for."""

    def __init__(self, name):
        self.name = name
        self.kinds = []
        self.costs = []
        self.held = False
        self.uses = set()

    def add(self, decorator):
        stated = {keyword.arg: text_of(keyword.value) for keyword in decorator.keywords}
        kind = text_of(decorator.args[0]) if text_of(decorator.func) == "blocks" else "cpu"
        cost = stated.get("cost", "bounded" if kind in ("file", "cpu") else "unbounded")
        if kind not in self.kinds:
            self.kinds.append(kind)
        if cost not in self.costs:
            self.costs.append(cost)
        if cost != "micro" and stated.get("gil") == "held":
            self.held = True
        if "use" in stated:
            self.uses.add(stated["use"])

    @property
    def kind(self):
        return "+".join(sorted(self.kinds))

    @property
    def cost(self):
        return max(self.costs, key=COSTS.index)


def standard_entries():
    """By name, in the order of the model files. What is of the standard library says so in its first line."""
    library = Library(ROOT)
    found = {}
    for path in library.paths():
        with open(path, encoding="utf-8") as file:
            if not file.readline().startswith("# source: https://docs.python.org/"):
                continue
        module = library.module_name(path)
        collect(library.stub(module).tree.body, module, found)
    return found


def collect(body, prefix, found):
    for node in body:
        if isinstance(node, ast.If):
            collect(node.body + node.orelse, prefix, found)
        elif isinstance(node, ast.ClassDef):
            collect(node.body, "%s.%s" % (prefix, node.name), found)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and text_of(decorator.func) in ("blocks", "computes"):
                    name = "%s.%s" % (prefix, node.name)
                    found.setdefault(name, Entry(name)).add(decorator)
