# source: https://sqlmodel.tiangolo.com/   checked: 0.0.47
from sqlalchemy import and_, create_engine, delete, insert, not_, or_, text, update
from sqlalchemy.schema import MetaData
from typing import Any
from .main import SQLModel
from .orm.session import Session

def col(column_expression) -> Any: ...

def Field(
    default=..., *, default_factory=None, alias=None, validation_alias=None, serialization_alias=None, title=None,
    description=None, exclude=None, **kwargs
) -> Any: ...

def Relationship(
    *, back_populates=None, cascade_delete=False, passive_deletes=False, link_model=None, sa_relationship=None,
    sa_relationship_args=None, sa_relationship_kwargs=None
) -> Any: ...

def select(*entities) -> Any: ...
