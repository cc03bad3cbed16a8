# source: https://discordpy.readthedocs.io/en/stable/ext/commands/api.html   checked: 2.8
# The loop calls checks and prefixes that are plain functions itself.
from typing import TypeVar
from ...client import Client

F = TypeVar("F")

class BotBase:
    @schedules("command_prefix")
    def __init__(self, command_prefix, *, help_command=..., tree_cls=..., description=None, intents, **options) -> None: ...
    @schedules("func")
    def add_check(self, func, /, *, call_once=False) -> None: ...
    @schedules("func")
    def check(self, func: F, /) -> F: ...
    @schedules("func")
    def check_once(self, func: F, /) -> F: ...

class Bot(BotBase, Client): ...

class AutoShardedBot(BotBase, Client): ...
