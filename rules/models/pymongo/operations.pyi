# source: https://pymongo.readthedocs.io/en/stable/api/pymongo/operations.html   checked: 4.18
class DeleteMany:
    def __init__(self, filter, collation=None, hint=None, namespace=None) -> None: ...

class DeleteOne:
    def __init__(self, filter, collation=None, hint=None, namespace=None) -> None: ...

class IndexModel:
    def __init__(self, keys, **kwargs) -> None: ...

class InsertOne:
    def __init__(self, document, namespace=None) -> None: ...

class ReplaceOne:
    def __init__(
        self, filter, replacement, upsert=None, collation=None, hint=None, namespace=None, sort=None
    ) -> None: ...

class UpdateMany:
    def __init__(
        self, filter, update, upsert=None, collation=None, array_filters=None, hint=None, namespace=None
    ) -> None: ...

class UpdateOne:
    def __init__(
        self, filter, update, upsert=None, collation=None, array_filters=None, hint=None, namespace=None, sort=None
    ) -> None: ...
