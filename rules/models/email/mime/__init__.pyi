# source: https://docs.python.org/3/library/email.mime.html   checked: 3.13
