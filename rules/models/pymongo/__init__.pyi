# source: https://pymongo.readthedocs.io/en/stable/api/   checked: 4.18
from .asynchronous.mongo_client import AsyncMongoClient
from .operations import DeleteMany, DeleteOne, IndexModel, InsertOne, ReplaceOne, UpdateMany, UpdateOne
from .synchronous.mongo_client import MongoClient
