# source: https://docs.h5py.org/en/stable/   checked: 3.16
from ._hl.dataset import Dataset
from ._hl.files import File
from ._hl.group import Group
