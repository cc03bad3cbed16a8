# source: https://docs.python-telegram-bot.org/en/stable/   checked: 22.8
from ._bot import Bot
