# source: https://curl-cffi.readthedocs.io/en/latest/api.html   checked: 0.16
from .requests import AsyncSession, Response, Session, delete, get, head, options, patch, post, put, request
