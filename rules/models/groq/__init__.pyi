# source: https://github.com/groq/groq-python   checked: 1.7
from . import resources
from ._client import AsyncGroq, Groq
from ._streaming import AsyncStream, Stream
