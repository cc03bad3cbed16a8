# source: https://gtts.readthedocs.io/en/latest/module.html   checked: 2.5
from .tts import gTTS
