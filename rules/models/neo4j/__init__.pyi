# source: https://neo4j.com/docs/api/python-driver/current/   checked: 5.25
from ._async.driver import AsyncDriver, AsyncGraphDatabase
from ._async.work import AsyncSession
from ._sync.driver import Driver, GraphDatabase
from ._sync.work import Session
