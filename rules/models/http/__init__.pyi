# source: https://docs.python.org/3/library/http.html   checked: 3.13
import sys
from typing import Any

class HTTPStatus(int):
    value: int
    phrase: str
    description: str
    OK: HTTPStatus
    CREATED: HTTPStatus
    NO_CONTENT: HTTPStatus
    BAD_REQUEST: HTTPStatus
    UNAUTHORIZED: HTTPStatus
    FORBIDDEN: HTTPStatus
    NOT_FOUND: HTTPStatus
    INTERNAL_SERVER_ERROR: HTTPStatus

if sys.version_info >= (3, 11):
    class HTTPMethod(str):
        GET: HTTPMethod
        POST: HTTPMethod
        PUT: HTTPMethod
        DELETE: HTTPMethod
