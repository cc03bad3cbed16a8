# source: https://jupyter-server.readthedocs.io/en/latest/developers/extensions.html   checked: 2.18
