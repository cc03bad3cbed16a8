# source: https://docs.sqlalchemy.org/en/20/core/engines.html   checked: 2.0
from .base import Connection, Engine, RootTransaction, Transaction
from .create import create_engine
from .cursor import CursorResult
from .result import MappingResult, Result, ScalarResult
