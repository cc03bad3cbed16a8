# source: https://github.com/openai/openai-python   checked: 3.22
from . import resources
from ._client import AsyncOpenAI, OpenAI
from ._streaming import AsyncStream, Stream
from .lib.azure import AsyncAzureOpenAI, AzureOpenAI
