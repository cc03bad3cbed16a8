# source: https://modal.com/docs/reference   checked: 1.5
# Each method has a twin that can be awaited: `remote.aio(...)`.
from .functions import Function, FunctionCall
from .sandbox import Sandbox
