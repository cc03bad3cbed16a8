# source: https://requests.readthedocs.io/en/latest/api/   checked: 2.34
from . import adapters, api, auth, exceptions, models, sessions
from .api import delete, get, head, options, patch, post, put, request
from .exceptions import ConnectionError, HTTPError, JSONDecodeError, ReadTimeout, RequestException, Timeout
from .models import PreparedRequest, Request, Response
from .sessions import Session, session
