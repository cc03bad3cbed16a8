# source: https://alembic.sqlalchemy.org/en/latest/api/script.html   checked: 1.20
from .base import ScriptDirectory
