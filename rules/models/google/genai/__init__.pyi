# source: https://googleapis.github.io/python-genai/   checked: 2.25
from . import chats, client, files, models
from .client import Client
