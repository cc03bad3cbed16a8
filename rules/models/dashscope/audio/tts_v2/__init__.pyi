# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from .speech_synthesizer import SpeechSynthesizer
