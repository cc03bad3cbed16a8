# source: https://github.com/groq/groq-python   checked: 1.7
from .chat import AsyncChat, Chat
from .completions import AsyncCompletions, Completions
