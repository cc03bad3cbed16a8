# source: https://fastapi.tiangolo.com/reference/encoders/   checked: 0.142
from typing import Any

@computes(cost="micro", gil="python")
def jsonable_encoder(
    obj, include=None, exclude=None, by_alias=True, exclude_unset=False, exclude_defaults=False, exclude_none=False,
    custom_encoder=None, sqlalchemy_safe=True
) -> Any: ...
