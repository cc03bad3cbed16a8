# source: https://discordpy.readthedocs.io/en/stable/api.html   checked: 2.8
from typing import Any
from .abc import Messageable

class DMChannel(Messageable):
    id: int

class TextChannel(Messageable):
    id: int
    name: str
    @mutates
    async def create_thread(self, *args, **kwargs) -> Any: ...
    @mutates
    async def delete_messages(self, *args, **kwargs) -> None: ...
    @mutates
    async def edit(self, *args, **kwargs) -> Any: ...
    @mutates
    async def purge(self, *args, **kwargs) -> list[Any]: ...

class VoiceChannel(Messageable):
    id: int
    name: str
