# source: https://xlsxwriter.readthedocs.io/   checked: 3.2
from .workbook import Workbook
