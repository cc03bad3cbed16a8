"""What a model may say: the closed set of rules/models/README.md, checked on the syntax tree alone."""

import ast
import builtins
import re

KINDS = ("sleep", "network", "file", "process", "db", "wait", "input")
COSTS = ("unbounded", "bounded", "micro")
GILS = ("released", "python", "held")
BARE = {
    "property", "staticmethod", "classmethod", "overload", "contextmanager", "asynccontextmanager", "final",
    "abstractmethod", "type_check_only", "deprecated",
}
CLASS_ONLY = {"exclusive"}
ON_CLASSES = {"exclusive", "nonblocking", "type_check_only", "final", "deprecated"}
AWAITABLE = re.compile(r"^(Self|\w*(Awaitable|Coroutine|Future|Task|ContextManager|AsyncIterator|AsyncGenerator))$")
FIRST_LINE = re.compile(r"^# source: \S.*\S   checked: \S")


class Stub:
    """One model file: its statements as they stand for one version of Python, and what is wrong with them."""

    def __init__(self, path, text, version):
        self.path = path
        self.version = version
        self.errors = []
        self.effects = []
        self.names = {}
        self.imports = {}
        self.uses = []
        self.spoken = {}
        self.left_out = set()
        self.awaited = []
        self.tree = ast.parse(text)
        self.checked = text.partition("\n")[0].rpartition("checked:")[2].strip()
        if not FIRST_LINE.match(text):
            self.fault(None, "the first line is not `# source: ADDRESS   checked: VERSION`")
        self.body = list(self.statements(self.tree.body, "module"))
        for node in self.body:
            for name in defined_names(node):
                self.names.setdefault(name, node)
        self.walk(self.body, None)

    def fault(self, node, message):
        self.errors.append((node.lineno if node is not None else 1, message))

    def statements(self, body, where):
        """The statements that are there for the version, guards decided."""
        for node in body:
            if isinstance(node, ast.If):
                taken = self.guard(node.test)
                other = list(self.statements(node.orelse if taken else node.body, where))
                yield from self.statements(node.body if taken else node.orelse, where)
                for left_out in other:
                    self.left_out.update(defined_names(left_out))
                    if isinstance(left_out, (ast.FunctionDef, ast.AsyncFunctionDef)):
                        self.decorators(left_out)
            elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Import, ast.ImportFrom)):
                if isinstance(node, ast.ImportFrom) and node.names[0].name == "*" and where == "class":
                    self.fault(node, "a star import in a class")
                yield node
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                yield node
            elif isinstance(node, ast.Assign) and all(isinstance(target, ast.Name) for target in node.targets):
                yield node
            elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
                self.fault(node, "a statement that models do not have")

    def guard(self, test):
        asks = isinstance(test, ast.Compare) and text_of(test.left) == "sys.version_info"
        if asks and isinstance(test.ops[0], ast.GtE):
            bound = test.comparators[0]
            if isinstance(bound, ast.Tuple) and all(isinstance(part, ast.Constant) for part in bound.elts):
                return self.version >= tuple(part.value for part in bound.elts)
        self.fault(test, "a condition other than `sys.version_info >= (3, N)`")
        return True

    def walk(self, body, owner):
        members = {name for node in body for name in defined_names(node)} if owner is not None else set()
        for node in body:
            if isinstance(node, ast.ClassDef):
                self.class_decorators(node)
                for base in node.bases:
                    self.annotation(base, set())
                self.walk(list(self.statements(node.body, "class")), node)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.decorators(node, owner)
                for argument in parameters(node):
                    self.annotation(argument.annotation, members)
                self.annotation(node.returns, members)
            elif isinstance(node, ast.AnnAssign):
                self.annotation(node.annotation, members)
            elif isinstance(node, ast.ImportFrom) and owner is None:
                for alias in node.names:
                    self.imports[alias.asname or alias.name] = (node, alias.name)

    def annotation(self, node, shadows):
        """Every name must mean something, and what it means must not be hidden by a member of the class around it."""
        for part in ast.walk(node) if node is not None else ():
            if isinstance(part, ast.Subscript) and text_of(part.value).endswith("Literal"):
                return
            if not isinstance(part, ast.Name):
                continue
            if part.id in shadows:
                self.fault(part, "`%s` is a member of this class here, not the type" % part.id)
            elif part.id not in self.names and not hasattr(builtins, part.id):
                self.fault(part, "`%s` is not defined" % part.id)

    def class_decorators(self, node):
        for decorator in node.decorator_list:
            name = text_of(called(decorator))
            if name not in ON_CLASSES:
                self.fault(decorator, "no decorator of classes: `@%s`" % name)
            elif name in ("nonblocking", "deprecated"):
                self.reason(decorator, name)
            elif isinstance(decorator, ast.Call):
                self.fault(decorator, "`@%s` takes no arguments" % name)

    def decorators(self, node, owner=None):
        names = {argument.arg for argument in parameters(node)}
        spoken = self.spoken.setdefault(node, set())
        for decorator in node.decorator_list:
            name = text_of(called(decorator))
            if name in ("blocks", "computes"):
                self.effect(node, decorator, name, names)
            elif name in ("offloads", "runs", "schedules") and isinstance(decorator, ast.Call):
                for argument in decorator.args:
                    spoken.add(text_of(argument))
                    if text_of(argument) not in names:
                        self.fault(decorator, "`%s` has no parameter `%s`" % (node.name, text_of(argument)))
                if not decorator.args or decorator.keywords:
                    self.fault(decorator, "`@%s` takes the name of a parameter" % name)
            elif name == "schedules":
                if owner is None:
                    self.fault(decorator, "bare `@schedules` belongs on methods")
            elif name in ("reads", "mutates"):
                if isinstance(node, ast.FunctionDef):
                    self.awaited.append((decorator, node))
            elif name in ("nonblocking", "deprecated"):
                self.reason(decorator, name)
            elif name in BARE:
                if isinstance(decorator, ast.Call):
                    self.fault(decorator, "`@%s` takes no arguments" % name)
            else:
                self.fault(decorator, "unknown decorator `@%s`" % name)

    def reason(self, decorator, name):
        if not isinstance(decorator, ast.Call) or len(decorator.args) != 1 or not text_of(decorator.args[0]):
            self.fault(decorator, "`@%s` needs a reason" % name)

    def effect(self, node, decorator, name, names):
        if not isinstance(decorator, ast.Call):
            return self.fault(decorator, "`@%s` needs arguments or brackets" % name)
        kind = "cpu"
        if name == "blocks":
            kind = text_of(decorator.args[0]) if decorator.args else ""
            if kind not in KINDS:
                self.fault(decorator, "`%s` is no kind: %s" % (kind, ", ".join(KINDS)))
        elif decorator.args:
            self.fault(decorator, "`@computes` takes no kind")
        cost = "bounded" if kind in ("file", "cpu") else "unbounded"
        for keyword in decorator.keywords:
            value = text_of(keyword.value)
            if keyword.arg == "cost":
                cost = value
                if value not in COSTS:
                    self.fault(decorator, "`%s` is no cost: %s" % (value, ", ".join(COSTS)))
            elif keyword.arg == "gil" and name == "computes":
                if value not in GILS:
                    self.fault(decorator, "`%s` is no state of the lock: %s" % (value, ", ".join(GILS)))
            elif keyword.arg in ("when", "unless"):
                self.spoken[node].update(re.findall(r"(\w+)(?=\s+(?:given|absent|literal)|\s*=)", value))
                for problem in condition_faults(value, names):
                    self.fault(decorator, problem)
            elif keyword.arg == "once":
                if not (isinstance(keyword.value, ast.Constant) and keyword.value.value is True):
                    self.fault(decorator, "`once` is either `True` or left out")
            elif keyword.arg == "use":
                self.uses.append((decorator, value))
            else:
                self.fault(decorator, "`@%s` has no argument `%s`" % (name, keyword.arg))
        self.effects.append((kind, cost))


def condition_faults(text, names):
    for part in re.split(r"\s+(?:or|and)\s+", text):
        match = re.match(r"^(\w+)(?:\s+(?:given|absent|literal)|\s*=\s*(.+))$", part.strip())
        if match is None:
            yield "`%s` is no condition" % part
            continue
        if match.group(1) not in names:
            yield "the condition names `%s`, which is no parameter" % match.group(1)
        if match.group(2) is not None:
            try:
                ast.literal_eval(match.group(2))
            except (ValueError, SyntaxError):
                yield "`%s` is no literal" % match.group(2)


def parameters(node):
    arguments = node.args
    found = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    return found + [star for star in (arguments.vararg, arguments.kwarg) if star is not None]


def defined_names(node):
    if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
        return [node.name]
    if isinstance(node, ast.AnnAssign):
        return [node.target.id]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets]
    return [alias.asname or alias.name.partition(".")[0] for alias in node.names]


def called(node):
    return node.func if isinstance(node, ast.Call) else node


def text_of(node):
    """A dotted name or the value of a string, as text."""
    if isinstance(node, ast.Attribute):
        return "%s.%s" % (text_of(node.value), node.attr)
    if isinstance(node, ast.Constant):
        return str(node.value)
    return node.id if isinstance(node, ast.Name) else ""


def decorator_names(node):
    return {text_of(called(decorator)) for decorator in node.decorator_list}
