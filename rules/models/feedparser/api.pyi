# source: https://feedparser.readthedocs.io/en/latest/   checked: 6.0
from typing import Any

@computes(gil="python")
def parse(url_file_stream_or_string: Any, etag: Any = None, modified: Any = None, agent: Any = None, referrer: Any = None, handlers: Any = None, request_headers: Any = None, response_headers: Any = None, resolve_relative_uris: Any = None, sanitize_html: Any = None) -> Any: ...
