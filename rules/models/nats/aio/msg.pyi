# source: https://nats-io.github.io/nats.py/modules.html   checked: 2.15
from typing import Any, Self

class Msg:
    data: bytes
    headers: dict[str, str] | None
    is_acked: bool
    metadata: Any
    reply: str
    subject: str
    @mutates
    async def ack(self) -> None: ...
    @mutates
    async def ack_sync(self, timeout=1.0) -> Self: ...
    @mutates
    async def in_progress(self) -> None: ...
    @mutates
    async def nak(self, delay=None) -> None: ...
    @mutates
    async def respond(self, data) -> None: ...
    @mutates
    async def term(self) -> None: ...
