# source: https://alembic.sqlalchemy.org/en/latest/api/runtime.html   checked: 1.20
