# source: https://docs.python-telegram-bot.org/en/stable/telegram.ext.html   checked: 22.8
# Handlers are coroutines; what decides whether a handler wants an update is a plain function, and the loop calls it.
from typing import Any
from . import filters as filters

class BaseHandler:
    def __init__(self, callback, block=...) -> None: ...
    @schedules
    def check_update(self, update) -> Any: ...
    @schedules
    def collect_additional_context(self, context, update, application, check_result) -> None: ...

class CallbackQueryHandler(BaseHandler):
    @schedules("pattern")
    def __init__(self, callback, pattern=None, game_pattern=None, block=...) -> None: ...
