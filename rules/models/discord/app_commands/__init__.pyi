# source: https://discordpy.readthedocs.io/en/stable/interactions/api.html   checked: 2.8
from . import checks as checks
from .commands import check
from .transformers import Transformer
