# source: https://python-hvac.org/en/stable/source/hvac_api_secrets_engines.html   checked: 2.4
from .kv_v1 import KvV1
from .kv_v2 import KvV2

class Kv:
    v1: KvV1
    v2: KvV2
