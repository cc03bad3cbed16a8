# source: https://pytube.io/en/latest/api.html   checked: 15.0
