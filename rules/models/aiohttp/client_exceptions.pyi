# source: https://docs.aiohttp.org/en/stable/client_reference.html   checked: 3.14
class ClientConnectionError(ClientError): ...

class ClientError(Exception): ...

class ClientResponseError(ClientError):
    status: int
