# source: https://github.com/browser-use/browser-use-python   checked: 2.0
from typing import Any
from .billing.client import AsyncBillingClient, BillingClient
from .browsers.client import AsyncBrowsersClient, BrowsersClient
from .files.client import AsyncFilesClient, FilesClient
from .profiles.client import AsyncProfilesClient, ProfilesClient
from .sessions.client import AsyncSessionsClient, SessionsClient
from .tasks.client import AsyncTasksClient, TasksClient

class BrowserUse:
    billing: BillingClient
    browsers: BrowsersClient
    files: FilesClient
    profiles: ProfilesClient
    sessions: SessionsClient
    tasks: TasksClient
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
class AsyncBrowserUse:
    billing: AsyncBillingClient
    browsers: AsyncBrowsersClient
    files: AsyncFilesClient
    profiles: AsyncProfilesClient
    sessions: AsyncSessionsClient
    tasks: AsyncTasksClient
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
