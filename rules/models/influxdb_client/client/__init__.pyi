# source: https://influxdb-client.readthedocs.io/en/stable/api.html   checked: 1.50
