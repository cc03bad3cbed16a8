# source: https://docs.python.org/3/library/xml.html   checked: 3.13
