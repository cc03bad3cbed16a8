# source: https://www.daytona.io/docs/python-sdk/   checked: 0.110
from ._async.daytona import AsyncDaytona
from ._sync.daytona import Daytona
