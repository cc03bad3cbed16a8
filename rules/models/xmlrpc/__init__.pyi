# source: https://docs.python.org/3/library/xmlrpc.html   checked: 3.13
