# source: https://docxtpl.readthedocs.io/en/latest/   checked: 0.20
from .template import DocxTemplate
