# source: https://openpyxl.readthedocs.io/en/stable/   checked: 3.1
from typing import Any
from .workbook.workbook import Workbook
@computes(cost="unbounded", gil="python")
def load_workbook(filename: Any, read_only: bool = False, keep_vba: bool = False, data_only: bool = False, keep_links: bool = True, rich_text: bool = False) -> Workbook: ...
