# source: https://aiobotocore.aio-libs.org/en/latest/   checked: 2.25
class AIOWaiter:
    @mutates
    async def wait(self, **kwargs) -> None: ...
