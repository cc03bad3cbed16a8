# source: https://influxdb-client.readthedocs.io/en/stable/   checked: 1.50
from .client.influxdb_client import InfluxDBClient
from .client.query_api import QueryApi
from .client.write_api import WriteApi
class Point: ...
