# source: https://docs.tavily.com/sdk/python/reference   checked: 0.7
from .async_tavily import AsyncTavilyClient
from .tavily import Client, TavilyClient
