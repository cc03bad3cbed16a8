# source: https://zulko.github.io/moviepy/reference/index.html   checked: 1.0.3
from moviepy import AudioClip, AudioFileClip, CompositeVideoClip, ImageClip, TextClip, VideoClip, VideoFileClip, concatenate_videoclips
