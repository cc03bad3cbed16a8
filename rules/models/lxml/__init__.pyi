# source: https://lxml.de/apidoc/lxml.etree.html   checked: 6.1
