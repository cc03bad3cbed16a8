# source: https://docs.aiogram.dev/en/latest/api/bot.html   checked: 3.28
from .client.bot import Bot
from .dispatcher.dispatcher import Dispatcher
