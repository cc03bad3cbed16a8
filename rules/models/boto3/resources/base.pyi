# source: https://docs.aws.amazon.com/boto3/latest/reference/core   checked: 1.43
# Naming a resource costs nothing; its actions, and reading its collections, are calls to the service.
from typing import Any, Callable
from .collection import CollectionManager

class ServiceResource:
    Alarm: Callable[..., _ServiceResource]
    Bucket: Callable[..., _ServiceResource]
    BucketPolicy: Callable[..., _ServiceResource]
    Cluster: Callable[..., _ServiceResource]
    Group: Callable[..., _ServiceResource]
    Image: Callable[..., _ServiceResource]
    InternetGateway: Callable[..., _ServiceResource]
    KeyPair: Callable[..., _ServiceResource]
    Metric: Callable[..., _ServiceResource]
    MultipartUpload: Callable[..., _ServiceResource]
    NetworkInterface: Callable[..., _ServiceResource]
    ObjectSummary: Callable[..., _ServiceResource]
    ObjectVersion: Callable[..., _ServiceResource]
    PlatformApplication: Callable[..., _ServiceResource]
    Policy: Callable[..., _ServiceResource]
    Role: Callable[..., _ServiceResource]
    RouteTable: Callable[..., _ServiceResource]
    SecurityGroup: Callable[..., _ServiceResource]
    Snapshot: Callable[..., _ServiceResource]
    Stack: Callable[..., _ServiceResource]
    Subnet: Callable[..., _ServiceResource]
    Subscription: Callable[..., _ServiceResource]
    User: Callable[..., _ServiceResource]
    Volume: Callable[..., _ServiceResource]
    Vpc: Callable[..., _ServiceResource]
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
