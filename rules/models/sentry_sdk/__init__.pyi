# source: https://docs.sentry.io/platforms/python/   checked: 2.68
# Events go into a queue that a thread empties.
from typing import Any
from .api import add_breadcrumb, capture_event, capture_exception, capture_message, flush, flush_async, get_client, set_context, set_extra, set_tag, set_user, start_span, start_transaction

def init(*args: Any, **kwargs: Any) -> Any: ...
