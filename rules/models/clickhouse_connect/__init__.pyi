# source: https://clickhouse.com/docs/integrations/python   checked: 1.7
from .driver import create_async_client as get_async_client
from .driver import create_client as get_client
from .driver import create_async_client, create_client
