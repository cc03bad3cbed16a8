# source: https://scapy.readthedocs.io/en/latest/api/scapy.html   checked: 2.7
