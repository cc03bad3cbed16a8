# source: https://pytube.io/en/latest/api.html   checked: 15.0
from .__main__ import YouTube
from .contrib.playlist import Playlist
from .contrib.search import Search
from .query import StreamQuery
from .streams import Stream
