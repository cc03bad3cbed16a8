# source: https://pymongo.readthedocs.io/en/stable/api/pymongo/database.html   checked: 4.18
from .synchronous.database import Database
