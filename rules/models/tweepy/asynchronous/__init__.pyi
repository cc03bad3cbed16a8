# source: https://docs.tweepy.org/en/stable/asyncclient.html   checked: 4.16
from .client import AsyncClient
