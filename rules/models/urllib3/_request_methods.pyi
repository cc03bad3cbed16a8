# source: https://urllib3.readthedocs.io/en/stable/reference/   checked: 2.8
from .response import BaseHTTPResponse

class RequestMethods:
    @blocks("network", use="httpx.AsyncClient.request")
    def request(
        self, method, url, body=None, fields=None, headers=None, json=None, **urlopen_kw
    ) -> BaseHTTPResponse: ...
    @blocks("network", use="httpx.AsyncClient.request")
    def request_encode_body(
        self, method, url, fields=None, headers=None, encode_multipart=True, multipart_boundary=None, **urlopen_kw
    ) -> BaseHTTPResponse: ...
    @blocks("network", use="httpx.AsyncClient.request")
    def request_encode_url(self, method, url, fields=None, headers=None, **urlopen_kw) -> BaseHTTPResponse: ...
    @blocks("network", use="httpx.AsyncClient.request")
    def urlopen(
        self, method, url, body=None, headers=None, encode_multipart=True, multipart_boundary=None, **kw
    ) -> BaseHTTPResponse: ...
