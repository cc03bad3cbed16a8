# source: https://alembic.sqlalchemy.org/en/latest/api/index.html   checked: 1.20
