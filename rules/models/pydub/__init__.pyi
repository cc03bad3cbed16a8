# source: https://github.com/jiaaro/pydub   checked: 0.25
from .audio_segment import AudioSegment
