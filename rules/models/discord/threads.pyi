# source: https://discordpy.readthedocs.io/en/stable/api.html   checked: 2.8
from typing import Any
from .abc import Messageable

class Thread(Messageable):
    id: int
    name: str
    @mutates
    async def add_user(self, *args, **kwargs) -> None: ...
    @mutates
    async def delete(self, *args, **kwargs) -> None: ...
    @mutates
    async def edit(self, *args, **kwargs) -> Any: ...
    @mutates
    async def join(self, *args, **kwargs) -> None: ...
    @mutates
    async def leave(self, *args, **kwargs) -> None: ...
