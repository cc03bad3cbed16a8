# source: https://openpyxl.readthedocs.io/en/stable/api/openpyxl.workbook.workbook.html   checked: 3.1
from .workbook import Workbook
