# source: https://github.com/kubernetes-client/python   checked: 33.1
from . import client, config, watch
