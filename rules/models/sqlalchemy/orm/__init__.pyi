# source: https://docs.sqlalchemy.org/en/20/orm/   checked: 2.0
from typing import Any
from .decl_api import DeclarativeBase, declarative_base, registry
from .query import Query
from .scoping import scoped_session
from .session import Session, sessionmaker

def aliased(element, alias=None, name=None, flat=False, adapt_on_names=False) -> Any: ...

def backref(name, **kwargs) -> Any: ...

def column_property(
    column, *additional_columns, group=None, deferred=False, raiseload=False, comparator_factory=None, init=...,
    repr=..., default=..., **kwargs
) -> Any: ...

def contains_eager(*keys, **kw) -> Any: ...

def joinedload(*keys, **kw) -> Any: ...

def load_only(*attrs, raiseload=False) -> Any: ...

def mapped_column(
    __name_pos=None, __type_pos=None, *args, init=..., repr=..., default=..., default_factory=..., compare=...,
    kw_only=..., **kw
) -> Any: ...

def relationship(
    argument=None, secondary=None, *, uselist=None, collection_class=None, primaryjoin=None, secondaryjoin=None,
    back_populates=None, order_by=False, **kw
) -> Any: ...

def selectinload(*keys, recursion_depth=None) -> Any: ...

def subqueryload(*keys) -> Any: ...
