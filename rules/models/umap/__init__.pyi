# source: https://umap-learn.readthedocs.io/en/latest/api.html   checked: 0.5
from .umap_ import UMAP
