# source: https://tqdm.github.io/docs/tqdm/   checked: 4.70
from .std import tqdm, trange
