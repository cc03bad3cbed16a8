# source: https://github.com/anderskm/gputil   checked: 1.4
from .GPUtil import getAvailable, getFirstAvailable, getGPUs, showUtilization
