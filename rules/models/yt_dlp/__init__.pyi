# source: https://github.com/yt-dlp/yt-dlp   checked: 2025.11
from .YoutubeDL import YoutubeDL
