# source: https://pyzmq.readthedocs.io/en/latest/api/zmq.html   checked: 27.2
from .context import Context as Context
from .poll import Poller as Poller
from .socket import Socket as Socket
