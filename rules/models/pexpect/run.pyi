# source: https://pexpect.readthedocs.io/en/stable/api/pexpect.html   checked: 4.8
from typing import Any

@blocks("process")
def run(command: str, timeout: Any = 30, withexitstatus: bool = False, events: Any = None, extra_args: Any = None, logfile: Any = None, cwd: Any = None, env: Any = None, **kwargs: Any) -> Any: ...
@blocks("process")
def runu(command: str, timeout: Any = 30, withexitstatus: bool = False, events: Any = None, extra_args: Any = None, logfile: Any = None, cwd: Any = None, env: Any = None, **kwargs: Any) -> Any: ...
