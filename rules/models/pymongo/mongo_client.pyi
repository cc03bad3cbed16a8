# source: https://pymongo.readthedocs.io/en/stable/api/pymongo/mongo_client.html   checked: 4.18
from .synchronous.mongo_client import MongoClient
