# source: https://jupyter-server.readthedocs.io/en/latest/developers/extensions.html   checked: 2.18
# Tornado calls the methods on the loop, coroutines or not.
from tornado.web import RequestHandler
from typing import Any

class AuthenticatedHandler(RequestHandler): ...

class JupyterHandler(AuthenticatedHandler):
    log: Any

class APIHandler(JupyterHandler): ...
