# source: https://pyzmq.readthedocs.io/en/latest/api/zmq.html   checked: 27.2
# recv and send with flags (NOBLOCK) are left unknown.
from .sugar.context import Context
from .sugar.poll import Poller
from .sugar.socket import Socket
