# source: https://scapy.readthedocs.io/en/latest/api/scapy.layers.html   checked: 2.7
