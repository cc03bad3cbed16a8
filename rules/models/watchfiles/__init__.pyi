# source: https://watchfiles.helpmanual.io/api/watch/   checked: 1.2
from .main import awatch, watch
from .run import arun_process, run_process
