# source: https://docs.python.org/3/library/email.mime.html   checked: 3.13
from email.message import Message
from typing import Any

class MIMEMultipart(Message):
    def __init__(self, _subtype: Any = "mixed", *args: Any, **kwargs: Any) -> None: ...
