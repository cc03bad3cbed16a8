# source: https://tortoise.github.io/setup.html   checked: 0.22
class Tortoise:
    @mutates
    @classmethod
    async def close_connections(cls, *args, **kwargs) -> None: ...
    @mutates
    @classmethod
    async def generate_schemas(cls, *args, **kwargs) -> None: ...
    @mutates
    @classmethod
    async def init(cls, *args, **kwargs) -> None: ...
