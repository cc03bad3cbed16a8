# source: https://docs.python.org/3/library/wsgiref.html   checked: 3.13
