# source: https://docs.djangoproject.com/en/5.2/topics/db/sql/   checked: 5.2
from . import models, transaction
from .backends.base.base import BaseDatabaseWrapper

connection: BaseDatabaseWrapper

def close_old_connections(**kwargs) -> None: ...

def reset_queries(**kwargs) -> None: ...
