# source: https://googleapis.dev/python/google-auth/latest/reference/google.auth.html   checked: 2.59
# Looks into files, asks gcloud, and then the metadata server.
from typing import Any

@blocks("file")
@blocks("network")
def default(*args: Any, **kwargs: Any) -> Any: ...
@blocks("file")
def load_credentials_from_file(*args: Any, **kwargs: Any) -> Any: ...
