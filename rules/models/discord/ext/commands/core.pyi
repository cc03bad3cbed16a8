# source: https://discordpy.readthedocs.io/en/stable/ext/commands/api.html   checked: 2.8
# The loop calls checks and cooldowns that are plain functions itself.
from typing import Any

@schedules("predicate")
def check(predicate, /) -> Any: ...
@schedules("cooldown", "type")
def dynamic_cooldown(cooldown, type) -> Any: ...
