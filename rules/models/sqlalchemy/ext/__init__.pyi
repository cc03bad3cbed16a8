# source: https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html   checked: 2.0
