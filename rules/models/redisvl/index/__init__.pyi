# source: https://docs.redisvl.com/en/latest/api/searchindex.html   checked: 0.26
from .index import AsyncSearchIndex, SearchIndex
