# source: https://docs.sqlalchemy.org/en/20/core/   checked: 2.0
from .engine import Connection, Engine, create_engine
from .sql.expression import select
