# source: https://nats-io.github.io/nats.py/modules.html   checked: 2.15
from typing import AsyncIterator
from .msg import Msg

class Subscription:
    delivered: int
    pending_bytes: int
    pending_msgs: int
    queue: str
    subject: str
    @mutates
    async def drain(self) -> None: ...
    @property
    def messages(self) -> AsyncIterator[Msg]: ...
    @mutates
    async def next_msg(self, timeout=1.0) -> Msg: ...
    @mutates
    async def unsubscribe(self, limit=0) -> None: ...
