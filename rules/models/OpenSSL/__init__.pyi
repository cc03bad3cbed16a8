# source: https://www.pyopenssl.org/en/latest/api.html   checked: 26.4
from . import SSL, crypto
