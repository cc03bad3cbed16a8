# source: https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html   checked: 2.0
from .engine import AsyncConnection, AsyncEngine, AsyncTransaction, create_async_engine
from .result import AsyncMappingResult, AsyncResult, AsyncScalarResult
from .scoping import async_scoped_session
from .session import AsyncAttrs, AsyncSession, AsyncSessionTransaction, async_sessionmaker
