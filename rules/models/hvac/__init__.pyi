# source: https://python-hvac.org/en/stable/source/hvac_v1.html   checked: 2.4
from .v1 import Client
