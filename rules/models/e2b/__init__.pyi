# source: https://e2b.dev/docs/sdk-reference/python-sdk   checked: 2.45
from .sandbox_async.main import AsyncSandbox
from .sandbox_sync.main import Sandbox
