# source: https://docs.python.org/3/library/xml.etree.elementtree.html   checked: 3.13
