# source: https://kkroening.github.io/ffmpeg-python/   checked: 0.2
from ._ffmpeg import input, output
from ._probe import probe
from ._run import compile, run, run_async
