# source: https://github.com/openai/openai-python   checked: 3.22
from .completions import AsyncCompletions, Completions

class AsyncChat:
    @property
    def completions(self) -> AsyncCompletions: ...

class Chat:
    @property
    def completions(self) -> Completions: ...
