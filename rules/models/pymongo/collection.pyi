# source: https://pymongo.readthedocs.io/en/stable/api/pymongo/collection.html   checked: 4.18
from .synchronous.collection import Collection
