# source: https://docs.ponyorm.org/api_reference.html   checked: 0.7
from .core import Database, commit, db_session, delete, exists, flush, get, left_join, rollback, select
