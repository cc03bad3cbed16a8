# source: https://pymongo.readthedocs.io/en/stable/api/pymongo/cursor.html   checked: 4.18
from .synchronous.cursor import Cursor
