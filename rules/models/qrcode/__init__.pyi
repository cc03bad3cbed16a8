# source: https://github.com/lincolnloop/python-qrcode   checked: 8.2
from .main import QRCode, make
