# source: https://tqdm.github.io/docs/tqdm/   checked: 4.70
from .asyncio import tarange as trange
from .asyncio import tqdm_asyncio as tqdm
