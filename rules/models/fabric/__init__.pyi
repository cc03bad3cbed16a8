# source: https://docs.fabfile.org/en/latest/api/connection.html   checked: 3.2
from .connection import Connection
from .group import SerialGroup, ThreadingGroup
