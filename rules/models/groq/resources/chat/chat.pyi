# source: https://github.com/groq/groq-python   checked: 1.7
from .completions import AsyncCompletions, Completions

class AsyncChat:
    @property
    def completions(self) -> AsyncCompletions: ...

class Chat:
    @property
    def completions(self) -> Completions: ...
