# source: https://docs.aiohttp.org/en/stable/client_reference.html   checked: 3.14
from .client import ClientSession, ClientTimeout, request
from .client_exceptions import ClientError, ClientResponseError
from .client_reqrep import ClientResponse
from .client_ws import ClientWebSocketResponse
from .connector import BaseConnector, TCPConnector, UnixConnector
from .formdata import FormData
from .helpers import BasicAuth
from .streams import StreamReader
