# source: https://docs.python.org/3/library/typing.html   checked: 3.13
import sys
from collections.abc import (
    AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator, Hashable, ItemsView,
    Iterable, Iterator, KeysView, Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence,
    Set as AbstractSet, Sized, ValuesView,
)
from collections import ChainMap, Counter, OrderedDict, defaultdict as DefaultDict, deque as Deque
from contextlib import AbstractAsyncContextManager as AsyncContextManager, AbstractContextManager as ContextManager
from re import Match, Pattern

# Special forms are for the reader of annotations; they are listed so that importing them resolves.
Any: Any
Union: Any
Optional: Any
Literal: Any
Final: Any
ClassVar: Any
NoReturn: Any
Generic: Any
Protocol: Any
TypedDict: Any
NamedTuple: Any
List: Any
Dict: Any
Tuple: Any
Type: Any
FrozenSet: Any
Text: Any
AnyStr: Any
TYPE_CHECKING: bool
ForwardRef: Any
if sys.version_info >= (3, 9):
    Annotated: Any
if sys.version_info >= (3, 10):
    Concatenate: Any
    ParamSpec: Any
    ParamSpecArgs: Any
    ParamSpecKwargs: Any
    TypeAlias: Any
    TypeGuard: Any
    def is_typeddict(tp: Any) -> bool: ...
if sys.version_info >= (3, 11):
    LiteralString: Any
    Never: Any
    NotRequired: Any
    Required: Any
    Self: Any
    TypeVarTuple: Any
    Unpack: Any
    def assert_never(arg: Any, /) -> NoReturn: ...
    def assert_type(val: T, typ: Any, /) -> T: ...
    def reveal_type(obj: T, /) -> T: ...
    def dataclass_transform(**kwargs: Any) -> Callable[[T], T]: ...
if sys.version_info >= (3, 12):
    TypeAliasType: Any
    def override(method: T, /) -> T: ...
if sys.version_info >= (3, 13):
    ReadOnly: Any
    TypeIs: Any
    NoDefault: Any

T = TypeVar("T")
class TypeVar:
    def __init__(self, name: str, *constraints: Any, bound: Any = None, covariant: bool = False, contravariant: bool = False) -> None: ...
def cast(typ: type[T], val: Any) -> T: ...
def NewType(name: str, tp: T) -> T: ...
def final(f: T) -> T: ...
def overload(func: T) -> T: ...
def no_type_check(arg: T) -> T: ...
def runtime_checkable(cls: T) -> T: ...
def get_type_hints(obj: Any, globalns: Any = None, localns: Any = None, include_extras: bool = False) -> dict[str, Any]: ...
def get_args(tp: Any) -> tuple[Any, ...]: ...
def get_origin(tp: Any) -> Any: ...
class SupportsInt: ...
class SupportsFloat: ...
class SupportsIndex: ...

# May stand for a file, a pipe or memory: what reading does is unknown.
class IO:
    closed: bool
    mode: str
    name: str
    def __enter__(self) -> IO: ...
    def __exit__(self, type: Any, value: Any, traceback: Any) -> None: ...
    def close(self) -> None: ...
    def fileno(self) -> int: ...
    def seek(self, offset: int, whence: int = 0) -> int: ...
    def tell(self) -> int: ...
class BinaryIO(IO): ...
class TextIO(IO): ...
