# source: https://fastapi.tiangolo.com/reference/request/   checked: 0.142
from starlette.requests import HTTPConnection, Request
