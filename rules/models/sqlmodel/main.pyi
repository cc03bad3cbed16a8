# source: https://sqlmodel.tiangolo.com/   checked: 0.0.47
from sqlalchemy.schema import MetaData
from typing import Any, Self

class SQLModel:
    metadata: MetaData
    def model_dump(
        self, *, mode='python', include=None, exclude=None, context=None, by_alias=None, exclude_unset=False,
        exclude_defaults=False, **kwargs
    ) -> dict[str, Any]: ...
    @classmethod
    def model_validate(cls, obj, *, strict=None, from_attributes=None, context=None, update=None) -> Self: ...
    def sqlmodel_update(self, obj, *, update=None) -> Self: ...
