# source: https://supabase.com/docs/reference/python/introduction   checked: 2.31
from ._async.client import AsyncClient
from ._async.client import create_client as acreate_client
from ._async.client import create_client as create_async_client
from ._sync.client import Client, create_client
