# source: https://xael.org/pages/python-nmap-en.html   checked: 0.7
from .nmap import PortScanner, PortScannerAsync
