# source: https://plumbum.readthedocs.io/en/latest/   checked: 1.10
from .machines.local import LocalCommand, LocalMachine
local: LocalMachine
