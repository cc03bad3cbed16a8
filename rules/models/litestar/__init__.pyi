# source: https://docs.litestar.dev/2/topics/sync-vs-async.html   checked: 2.18
from .app import Litestar
from .handlers import delete, get, head, patch, post, put, route
