# source: https://discordpy.readthedocs.io/en/stable/api.html   checked: 2.8
from typing import Any
from .abc import Messageable

class User(Messageable):
    id: int
    name: str
    @mutates
    async def create_dm(self, *args, **kwargs) -> Any: ...
