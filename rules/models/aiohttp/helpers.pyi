# source: https://docs.aiohttp.org/en/stable/client_reference.html#basicauth   checked: 3.14
class BasicAuth:
    login: str
    password: str
    def encode(self) -> str: ...
