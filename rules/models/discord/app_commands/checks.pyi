# source: https://discordpy.readthedocs.io/en/stable/interactions/api.html   checked: 2.8
# The loop calls cooldowns and keys that are plain functions itself.
from typing import Any

@schedules("key")
def cooldown(rate, per, *, key=...) -> Any: ...
@schedules("factory", "key")
def dynamic_cooldown(factory, *, key=...) -> Any: ...
