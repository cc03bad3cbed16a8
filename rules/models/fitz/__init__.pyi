# source: https://pymupdf.readthedocs.io/en/latest/   checked: 1.28
from pymupdf import Document, Page, Pixmap, open
