# source: https://docs.aws.amazon.com/boto3/latest/reference/core   checked: 1.43
# Naming a resource costs nothing; its actions, and reading its collections, are calls to the service.
from typing import Any, Callable
from .collection import CollectionManager

class ServiceResource:
    Bucket: Callable[..., _ServiceResource]
    Instance: Callable[..., _ServiceResource]
    Message: Callable[..., _ServiceResource]
    Object: Callable[..., _ServiceResource]
    Queue: Callable[..., _ServiceResource]
    Table: Callable[..., _ServiceResource]
    Topic: Callable[..., _ServiceResource]
    buckets: CollectionManager
    instances: CollectionManager
    meta: Any
    object_versions: CollectionManager
    objects: CollectionManager
    queues: CollectionManager
    tables: CollectionManager

class _ServiceResource(ServiceResource):
    @blocks("network", use="aioboto3.Session.resource")
    def __getattr__(self, name: str) -> Any: ...
