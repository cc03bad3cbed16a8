# source: https://docs.sqlalchemy.org/en/20/orm/mapping_api.html   checked: 2.0
from ..orm.decl_api import declarative_base
