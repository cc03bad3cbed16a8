# source: https://docs.python.org/3/library/email.mime.html   checked: 3.13
from email.message import Message
from typing import Any

class MIMEBase(Message):
    def __init__(self, _maintype: Any = ..., *args: Any, **kwargs: Any) -> None: ...
