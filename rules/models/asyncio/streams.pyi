# source: https://docs.python.org/3/library/asyncio.html   checked: 3.13
from asyncio import (
    StreamReader, StreamReaderProtocol, StreamWriter, open_connection, open_unix_connection, start_server, start_unix_server,
)
