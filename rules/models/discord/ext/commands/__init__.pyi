# source: https://discordpy.readthedocs.io/en/stable/ext/commands/api.html   checked: 2.8
from .bot import AutoShardedBot, Bot
from .cog import Cog, GroupCog
from .core import check, dynamic_cooldown
