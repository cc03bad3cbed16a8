# source: https://alembic.sqlalchemy.org/en/latest/api/autogenerate.html   checked: 1.20
from .api import compare_metadata, produce_migrations
