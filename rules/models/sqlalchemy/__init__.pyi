# source: https://docs.sqlalchemy.org/en/20/core/   checked: 2.0
from . import engine
from .engine import Connection, CursorResult, Engine, MappingResult, Result, ScalarResult, create_engine
from .schema import MetaData, Table
from .sql.expression import Select, and_, delete, exists, insert, not_, or_, select, text, update
