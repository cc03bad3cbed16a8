# source: https://aiobotocore.aio-libs.org/en/latest/   checked: 3.9
class AIOWaiter:
    @mutates
    async def wait(self, **kwargs) -> None: ...
