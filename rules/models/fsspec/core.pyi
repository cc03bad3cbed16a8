# source: https://filesystem-spec.readthedocs.io/en/latest/api.html   checked: 2026.9
# open only remembers; entering the result opens the file.
from typing import Any
from .spec import AbstractFileSystem

@blocks("file")
def get_fs_token_paths(
    urlpath, mode='rb', num=1, name_function=None, storage_options=None, protocol=None, expand=True
) -> Any: ...

def open(
    urlpath, mode='rb', compression=None, encoding='utf8', errors=None, protocol=None, newline=None, expand=None,
    **kwargs
) -> OpenFile: ...

@blocks("file")
def open_files(
    urlpath, mode='rb', compression=None, encoding='utf8', errors=None, name_function=None, num=1, protocol=None,
    newline=None, auto_mkdir=True, **kwargs
) -> list[OpenFile]: ...

@blocks("file")
def open_local(url, mode='rb', **storage_options) -> Any: ...

class OpenFile:
    @blocks("file")
    def __enter__(self) -> Any: ...
    @blocks("file")
    def __exit__(self, *args) -> None: ...
    @blocks("file")
    def close(self) -> None: ...
    @blocks("file")
    def open(self) -> Any: ...

def url_to_fs(url, **kwargs) -> tuple[AbstractFileSystem, str]: ...
