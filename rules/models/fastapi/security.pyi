# source: https://fastapi.tiangolo.com/reference/security/   checked: 0.142
class APIKeyCookie:
    def __init__(self, *, name, scheme_name=None, description=None, auto_error=True) -> None: ...

class APIKeyHeader:
    def __init__(self, *, name, scheme_name=None, description=None, auto_error=True) -> None: ...

class APIKeyQuery:
    def __init__(self, *, name, scheme_name=None, description=None, auto_error=True) -> None: ...

class HTTPAuthorizationCredentials:
    credentials: str
    scheme: str

class HTTPBasic:
    def __init__(self, *, scheme_name=None, realm=None, description=None, auto_error=True) -> None: ...

class HTTPBasicCredentials:
    password: str
    username: str

class HTTPBearer:
    def __init__(self, *, bearerFormat=None, scheme_name=None, description=None, auto_error=True) -> None: ...

class OAuth2PasswordBearer:
    def __init__(
        self, tokenUrl, scheme_name=None, scopes=None, description=None, auto_error=True, refreshUrl=None
    ) -> None: ...

class OAuth2PasswordRequestForm:
    password: str
    scopes: list[str]
    username: str
