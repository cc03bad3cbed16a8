# source: https://grantjenks.com/docs/diskcache/api.html   checked: 5.6
from .core import Cache
from .fanout import FanoutCache
from .persistent import Deque, Index
