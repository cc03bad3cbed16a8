# source: https://docs.python-telegram-bot.org/en/stable/telegram.ext.filters.html   checked: 22.8
# Filters are plain functions, and the loop calls them.
from typing import Any

class BaseFilter:
    def __init__(self, name=None, data_filter=False) -> None: ...
    @schedules
    def check_update(self, update) -> Any: ...

class MessageFilter(BaseFilter):
    @schedules
    def filter(self, message) -> Any: ...

class UpdateFilter(BaseFilter):
    @schedules
    def filter(self, update) -> Any: ...
