# source: https://nbclient.readthedocs.io/en/latest/   checked: 0.11
from .client import NotebookClient, execute
