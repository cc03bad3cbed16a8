# source: https://docs.tweepy.org/en/stable/   checked: 4.16
from .api import API
from .asynchronous.client import AsyncClient
from .client import Client
