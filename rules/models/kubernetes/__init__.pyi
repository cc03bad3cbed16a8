# source: https://github.com/kubernetes-client/python   checked: 35.0
from . import client, config, watch
