# source: https://discordpy.readthedocs.io/en/stable/interactions/api.html   checked: 2.8
from typing import Any, Awaitable

class Transformer:
    @schedules
    def transform(self, interaction, value, /) -> Awaitable[Any]: ...
