# source: https://pytubefix.readthedocs.io/en/latest/api.html   checked: 10.5
