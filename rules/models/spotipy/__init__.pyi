# source: https://spotipy.readthedocs.io/en/latest/   checked: 2.25
from .client import Spotify
