# source: https://docs.python.org/3/library/xml.dom.html   checked: 3.13
