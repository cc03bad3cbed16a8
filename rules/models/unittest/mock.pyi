# source: https://docs.python.org/3/library/unittest.mock.html   checked: 3.13
from typing import Any

ANY: Any
DEFAULT: Any
sentinel: Any
call: Any
@nonblocking("a test double")
class NonCallableMock:
    called: bool
    call_count: int
    call_args: Any
    call_args_list: list[Any]
    mock_calls: list[Any]
    return_value: Any
    side_effect: Any
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @nonblocking("a test double")
    def __getattr__(self, name: str) -> Any: ...
@nonblocking("a test double")
class Mock(NonCallableMock):
    def __call__(self, /, *args: Any, **kwargs: Any) -> Any: ...
@nonblocking("a test double")
class MagicMock(Mock): ...
@nonblocking("a test double")
class NonCallableMagicMock(NonCallableMock): ...
@nonblocking("a test double")
class AsyncMock(Mock): ...
@nonblocking("a test double")
class PropertyMock(Mock): ...
patch: Any
def create_autospec(spec: Any, spec_set: bool = False, instance: bool = False, _parent: Any = None, _name: Any = None, **kwargs: Any) -> Any: ...
@nonblocking("a test double")
def mock_open(mock: Any = None, read_data: Any = "") -> MagicMock: ...
def seal(mock: Any) -> None: ...
