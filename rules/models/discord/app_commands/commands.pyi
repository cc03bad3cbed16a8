# source: https://discordpy.readthedocs.io/en/stable/interactions/api.html   checked: 2.8
# The loop calls a check that is a plain function itself.
from typing import Any

@schedules("predicate")
def check(predicate) -> Any: ...
