# source: https://docs.oracle.com/en-us/iaas/tools/python/latest/   checked: 2.150
from . import config, generative_ai_inference, identity, object_storage
