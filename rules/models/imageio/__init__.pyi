# source: https://imageio.readthedocs.io/en/stable/   checked: 2.37
from .v2 import get_reader, get_writer, imread, imwrite, mimread, mimwrite
imsave = imwrite
mimsave = mimwrite
