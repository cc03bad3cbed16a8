# source: https://scapy.readthedocs.io/en/latest/api/scapy.html   checked: 2.7
from .layers.inet import traceroute
from .layers.l2 import arping, getmacbyip
from .sendrecv import AsyncSniffer, bridge_and_sniff, send, sendp, sendpfast, sniff, sr, sr1, srloop, srp, srp1, srploop
from .utils import rdpcap, wrpcap
