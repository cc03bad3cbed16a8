# source: https://docs.sqlalchemy.org/en/20/orm/mapping_api.html   checked: 2.0
from typing import Any
from ..schema import MetaData

def declarative_base(
    *, metadata=None, mapper=None, cls=..., name='Base', class_registry=None, type_annotation_map=None, constructor=...,
    metaclass=...
) -> type[DeclarativeBase]: ...

class DeclarativeBase:
    metadata: MetaData
    registry: Any

class registry:
    metadata: MetaData
    def __init__(self, *, metadata=None, class_registry=None, type_annotation_map=None, constructor=...) -> None: ...
