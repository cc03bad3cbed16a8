# source: https://github.com/openai/openai-python   checked: 3.22
from .chat import AsyncChat, Chat
from .completions import AsyncCompletions, Completions
