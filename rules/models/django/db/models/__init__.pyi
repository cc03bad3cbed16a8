# source: https://docs.djangoproject.com/en/5.2/topics/db/models/   checked: 5.2
# In a coroutine the synchronous calls do not block: Django raises SynchronousOnlyOperation. The a* twins are mutates although some only read:
# one thread runs them all, so nothing is gained by overlapping them.
from .base import Model
from .manager import Manager
from .query import QuerySet

@mutates
async def aprefetch_related_objects(model_instances, *related_lookups) -> None: ...

class F:
    def __init__(self, name) -> None: ...

@blocks("db", use="django.db.models.aprefetch_related_objects")
def prefetch_related_objects(model_instances, *related_lookups) -> None: ...

class Q:
    def __init__(self, *args, **kwargs) -> None: ...
