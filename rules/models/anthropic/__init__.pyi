# source: https://github.com/anthropics/anthropic-sdk-python   checked: 1.13
from . import resources
from ._client import Anthropic, AsyncAnthropic
from ._streaming import AsyncStream, Stream
