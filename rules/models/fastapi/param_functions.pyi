# source: https://fastapi.tiangolo.com/reference/dependencies/   checked: 0.142
# Dependencies that are plain functions or classes run in a thread pool.
from typing import Any

def Body(
    default=..., *, default_factory=..., embed=None, media_type='application/json', alias=None, alias_priority=...,
    validation_alias=None, serialization_alias=None, **extra
) -> Any: ...

def Cookie(
    default=..., *, default_factory=..., alias=None, alias_priority=..., validation_alias=None,
    serialization_alias=None, title=None, description=None, **extra
) -> Any: ...

@offloads("dependency")
def Depends(dependency=None, *, use_cache=True, scope=None) -> Any: ...

def File(
    default=..., *, default_factory=..., media_type='multipart/form-data', alias=None, alias_priority=...,
    validation_alias=None, serialization_alias=None, title=None, **extra
) -> Any: ...

def Form(
    default=..., *, default_factory=..., media_type='application/x-www-form-urlencoded', alias=None, alias_priority=...,
    validation_alias=None, serialization_alias=None, title=None, **extra
) -> Any: ...

def Header(
    default=..., *, default_factory=..., alias=None, alias_priority=..., validation_alias=None,
    serialization_alias=None, convert_underscores=True, title=None, **extra
) -> Any: ...

def Path(
    default=..., *, default_factory=..., alias=None, alias_priority=..., validation_alias=None,
    serialization_alias=None, title=None, description=None, **extra
) -> Any: ...

def Query(
    default=..., *, default_factory=..., alias=None, alias_priority=..., validation_alias=None,
    serialization_alias=None, title=None, description=None, **extra
) -> Any: ...

@offloads("dependency")
def Security(dependency=None, *, scopes=None, use_cache=True) -> Any: ...
