# source: https://instaloader.github.io/as-module.html   checked: 4.15
from .instaloader import Instaloader
from .structures import Post, Profile
