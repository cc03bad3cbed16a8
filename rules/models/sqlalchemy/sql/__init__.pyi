# source: https://docs.sqlalchemy.org/en/20/core/expression_api.html   checked: 2.0
from .expression import Delete, Insert, Select, Update, and_, delete, exists, insert, not_, or_, select, text, update
